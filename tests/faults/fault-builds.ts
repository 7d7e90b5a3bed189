// Two builds to fall between: what is deployed first, and the same with one article edited and its scripts renewed. Their workers wait less long
// for a file than the real one, so that a test of a stalled line takes seconds.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestBuilds } from '../support/builds.ts';
import { renewScripts } from './renewed-scripts.ts';

/** `20_000 + size / 2` of sw/precache-manifest.ts, as the minifier writes it. */
const FETCH_LIMIT = /2e4\s*\+\s*\w+\s*\/\s*2/;
const SHORT_LIMIT_MS = 2500;

export type VersionName = 'v1' | 'v2';

/** A release whose first script throws at once. Made beside `build`, and removed with it. */
export function brokenRelease({ folder }: Build): string {
  const broken = `${folder}-broken`;
  cpSync(folder, broken, { recursive: true });
  renewScripts(broken, (text, name) =>
    name.startsWith('app-') && name.endsWith('.js')
      ? `throw new Error('broken');${text}`
      : `${text}\n/* broken */\n`,
  );
  return broken;
}

export interface PrecacheLine {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

export interface Build {
  readonly name: VersionName;
  readonly folder: string;
  readonly bundleId: string;
  /** Files that a phone must hold, as the worker lists them. */
  readonly files: readonly PrecacheLine[];
}

export class FaultBuilds {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pos-fault-builds-'));
  readonly #builds = new TestBuilds();

  async make(): Promise<Readonly<Record<VersionName, Build>>> {
    return {
      v1: this.#hurried('v1', await this.#builds.current()),
      v2: this.#hurried('v2', await this.#builds.edited()),
    };
  }

  remove(): void {
    this.#builds.remove();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #hurried(name: VersionName, dist: string): Build {
    const folder = join(this.#folder, name);
    cpSync(dist, folder, { recursive: true });
    if (name === 'v2') renewScripts(folder);
    const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
    if (!FETCH_LIMIT.test(worker)) throw new Error('the time limit of sw.js is written in another way now');
    writeFileSync(join(folder, 'sw.js'), worker.replace(FETCH_LIMIT, `${SHORT_LIMIT_MS}`));
    for (const ending of ['br', 'gz']) rmSync(join(folder, `sw.js.${ending}`), { force: true });
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const bundleId = /data-bundle="([^"]+)"/.exec(html)?.[1] ?? '';
    const list = /\[\{"url":.*?\}\]/.exec(worker)?.[0] ?? '[]';
    const files = JSON.parse(list) as PrecacheLine[];
    if (bundleId === '' || files.length === 0) throw new Error(`${dist} is no build`);
    return { name, folder, bundleId, files };
  }
}
