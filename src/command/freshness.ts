// Whether a built folder is as new as what it was built from: by modification times, which every checkout sets.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SHELL_FILE } from '../bundle/site.ts';

/** True when `out` holds a build and nothing in `sources` (files and folders) is newer. */
export function isFresh(out: string, sources: readonly string[]): boolean {
  const shell = join(out, SHELL_FILE);
  if (!existsSync(shell)) return false;
  const built = statSync(shell).mtimeMs;
  return sources.every((source) => newestChange(source) <= built);
}

/** Milliseconds since 1970; 0 where there is nothing. A folder changes when something is taken out of it. */
export function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stats.mtimeMs,
  );
}
