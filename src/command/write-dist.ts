// Puts the finished files in place of the former ones: written beside, then swapped by renaming, so that a reader sees the
// old folder or the new one and a failure leaves the old one untouched.

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { WORKER_FILE } from '../bundle/site.ts';
import type { CompressedFile } from './compress.ts';

/** Throws, before anything is written, where `out` holds something that no build has made. */
export async function writeDist(out: string, files: readonly CompressedFile[]): Promise<void> {
  const target = resolve(out);
  refuseForeignFolder(target);
  const next = `${target}.next-${process.pid}`;
  const former = `${target}.former-${process.pid}`;
  try {
    for (const file of files) {
      const path = join(next, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.bytes);
      if (file.brotli !== null) await writeFile(`${path}.br`, file.brotli);
      if (file.gzip !== null) await writeFile(`${path}.gz`, file.gzip);
    }
    if (existsSync(target)) await rename(target, former);
    try {
      await rename(next, target);
    } catch (error) {
      if (existsSync(former)) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(next, { recursive: true, force: true });
    if (existsSync(target)) await rm(former, { recursive: true, force: true });
  }
}

/** A mistyped `--out` must not replace somebody's folder. */
function refuseForeignFolder(target: string): void {
  if (!existsSync(target) || existsSync(join(target, WORKER_FILE)) || readdirSync(target).length === 0)
    return;
  throw new Error(`${target} is not empty and not a former build: choose another --out`);
}
