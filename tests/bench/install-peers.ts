// The libraries compared with live in a package of their own, tests/bench/node_modules, and are fetched by `npm ci` when they
// are missing: the app and its tests never need them.

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/** Ends the process with status 1 where the libraries cannot be had. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.error(
    'tests/bench/node_modules is missing or older than its lock file: fetching the libraries to compare with (npm ci, about 70 MB) …',
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Vite, once imported, makes this process one of production, and npm would leave out what is for development.
  const { status } = spawnSync(npm, ['ci', '--include=dev'], {
    cwd: FOLDER,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status === 0 && isInstalled()) return;
  console.error(
    'npm ci failed in tests/bench: the benchmark has nothing to compare with. See the messages above.',
  );
  process.exit(1);
}

function isInstalled(): boolean {
  const installed = join(FOLDER, 'node_modules/.package-lock.json');
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(FOLDER, 'package-lock.json')).mtimeMs
  );
}
