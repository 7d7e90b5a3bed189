// VERIFY: is this version whole on this phone? Measured against the manifest, file by file, and repaired where asked.

import type { VerifyReport } from '../src/bundle/worker-messages.ts';
import { sha256Base64, sha256Hex } from './digest.ts';
import type { Precache, StoredFile } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Never rejects for a file that is damaged or cannot be had: those are in `bad`. A deep check reads and hashes every
 * file, a shallow one looks whether it is there.
 */
export async function verify(
  precache: Precache,
  event: ExtendableEvent,
  { deep, repair }: { readonly deep: boolean; readonly repair: boolean },
): Promise<VerifyReport> {
  const bad: string[] = [];
  let repaired = 0;
  for (const file of await damagedFiles(precache, deep)) {
    if (repair && (await repairFile(precache, file, event))) repaired++;
    else bad.push(file.url);
  }
  return {
    type: 'VERIFIED',
    files: precache.files.length,
    bytes: precache.files.reduce((sum, file) => sum + file.size, 0),
    bad,
    repaired,
    deep,
    manifestHash: await manifestHash(precache.files),
  };
}

async function damagedFiles(precache: Precache, deep: boolean): Promise<readonly StoredFile[]> {
  if (!deep) return precache.missing();
  const cache = await self.caches.open(precache.cacheName);
  const damaged: StoredFile[] = [];
  for (const file of precache.files) {
    const response = await cache.match(file.key, { ignoreVary: true });
    if (response === undefined || !(await hasContent(response, file))) damaged.push(file);
  }
  return damaged;
}

async function hasContent(response: Response, file: StoredFile): Promise<boolean> {
  try {
    return `sha256-${await sha256Base64(await response.arrayBuffer())}` === file.integrity;
  } catch {
    // The stored body cannot be read: damaged on disk.
    return false;
  }
}

async function repairFile(precache: Precache, file: StoredFile, event: ExtendableEvent): Promise<boolean> {
  try {
    const cache = await self.caches.open(precache.cacheName);
    // Damaged bytes are of no use to anybody, so nothing is lost if the network fails now.
    await cache.delete(file.key, { ignoreVary: true });
    return (await precache.get(file, event)).ok;
  } catch {
    return false;
  }
}

/** 64 hex digits, equal for equal manifests whatever the scope. */
function manifestHash(files: readonly StoredFile[]): Promise<string> {
  const text = files.map(({ url, integrity }) => `${url} ${integrity}`).join('\n');
  return sha256Hex(new TextEncoder().encode(text));
}
