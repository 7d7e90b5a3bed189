// A program with everything that it starts: browsers are many processes. They share one process group, which no other
// program is in, so they can be ended together, and waited for.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { until } from './driven-page.ts';

const END_LIMIT_MS = 20_000;

export class ProcessGroup {
  readonly #child: ChildProcess;
  /** All that was written to standard error, and to standard output. */
  #said = '';

  constructor(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.#child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.#said += String(part);
      });
    this.#child.on('error', (error) => {
      this.#said += String(error);
    });
  }

  /** The first group of `pattern` in what it says. */
  async says(pattern: RegExp, limit: number): Promise<string> {
    const found = () => pattern.exec(this.#said)?.[1];
    const gone = () => this.#child.exitCode !== null && found() === undefined;
    await until(
      async () => found() !== undefined || gone(),
      limit,
      () => `${pattern} in: ${this.#said}`,
    );
    if (gone()) throw new Error(`ended: ${this.#said}`);
    return found() ?? '';
  }

  /** SIGKILL to all of them; resolves when none is left. */
  async kill(): Promise<void> {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // They ended by themselves.
    }
    await this.ended();
  }

  /** Resolves when none is left but those named. */
  async ended(but: readonly (number | undefined)[] = []): Promise<void> {
    await until(
      async () => this.#alive().every((pid) => but.includes(pid)),
      END_LIMIT_MS,
      () => `the end of ${this.#child.spawnargs.join(' ')}`,
    );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Zombies are waiting for nothing but their parent. */
  #alive(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const stat = readFileSync(join('/proc', pid, 'stat'), 'utf8');
          const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
          return Number(group) === this.#child.pid && state !== 'Z';
        } catch {
          return false;
        }
      })
      .map(Number);
  }
}

/** Its path, looked for where shells look and in `folders`. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), ...folders]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
