// A web server of the operating system, really started on this machine with the configuration that `npm run headers`
// prints, on a free port of the loopback interface. What only a test needs (no daemon, no log, its own folder for
// temporary files) stands around that configuration and not in it.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PROJECT } from '../../src/command/project-paths.ts';

export interface Host {
  readonly name: 'nginx' | 'caddy';
  /** What `npm run headers -- --listen` is told for a port. */
  listen(port: number): string;
  /** The whole configuration file around the printed part. */
  file(printed: string, folder: string): string;
  arguments(file: string, folder: string): string[];
  /** The mistake most often made with this server: a missing file is answered with index.html. */
  spoil(printed: string): string;
}

/** As root nginx gives up its rights and could not read a folder for temporary files. */
const NGINX_USER = process.getuid?.() === 0 ? 'user root;' : '';

const NGINX: Host = {
  name: 'nginx',
  listen: (port) => `127.0.0.1:${port}`,
  file: (printed, folder) =>
    [
      NGINX_USER,
      'daemon off; worker_processes 1; events {}',
      `pid ${folder}/nginx.pid;`,
      'http {',
      '  include /etc/nginx/mime.types;',
      '  access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `  ${name}_temp_path ${folder}/${name};`,
      ),
      printed,
      '}',
    ].join('\n'),
  arguments: (file, folder) => ['-p', folder, '-e', join(folder, 'error.log'), '-c', file],
  spoil: (printed) => printed.replaceAll('=404;', '/index.html;'),
};

const CADDY: Host = {
  name: 'caddy',
  listen: (port) => `http://127.0.0.1:${port}`,
  file: (printed) => `{\n  admin off\n  default_bind 127.0.0.1\n}\n${printed}`,
  arguments: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  spoil: (printed) => printed.replace('  file_server', '  try_files {path} /index.html\n  file_server'),
};

export const HOSTS: readonly Host[] = [NGINX, CADDY];

/** Debian keeps servers outside the path of an ordinary user. */
export function findServer({ name }: Host): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** What `npm run -s headers -- <name>` prints for this folder and port. */
export function printedConfiguration(host: Host, root: string, port: number): string {
  const { status, stdout, stderr } = spawnSync(
    join(PROJECT, 'node_modules/.bin/tsx'),
    ['src/command/headers.ts', '--root', root, '--listen', host.listen(port), host.name],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`headers ${host.name} ended with ${status}: ${stderr}`);
  return stdout;
}

export class HostProcess {
  readonly origin: string;
  readonly #folder: string;
  readonly #child: ChildProcess;
  #said = '';

  private constructor(origin: string, folder: string, child: ChildProcess) {
    this.origin = origin;
    this.#folder = folder;
    this.#child = child;
    child.stderr?.on('data', (data) => {
      this.#said += String(data);
    });
  }

  /** Serves `root`; `change` is made to the printed configuration. Resolves when the server answers. */
  static async start(
    host: Host,
    binary: string,
    root: string,
    change = (printed: string): string => printed,
  ): Promise<HostProcess> {
    const folder = mkdtempSync(join(tmpdir(), `pos-${host.name}-`));
    const port = await freePort();
    const file = join(folder, 'config');
    writeFileSync(file, host.file(change(printedConfiguration(host, root, port)), folder));
    const child = spawn(binary, host.arguments(file, folder), {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = new HostProcess(`http://127.0.0.1:${port}`, folder, child);
    await started.#answers();
    return started;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    const end = Date.now() + 15_000;
    while (Date.now() < end && this.#child.exitCode === null) {
      const answer = await fetch(this.origin).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error(`the server did not start: ${this.#said}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
