// VERIFY: is this version whole on this phone? Measured against the manifest, file by file, and repaired where asked.

import type { VerifyReport } from '../src/bundle/worker-messages.ts';
import { sha256Hex } from './digest.ts';
import type { Precache } from './precache.ts';
import type { PrecacheFile } from './precache-manifest.ts';

/**
 * Never rejects for a file that is damaged or cannot be had: those are in `bad`. A deep check reads and hashes every
 * file, a shallow one looks whether it is there.
 */
export async function verify(
  precache: Precache,
  event: ExtendableEvent,
  { deep, repair }: { readonly deep: boolean; readonly repair: boolean },
): Promise<VerifyReport> {
  const lost = deep ? await lostOrDamaged(precache) : await precache.missing();
  const bad: string[] = [];
  for (const file of lost) if (!repair || !(await fetchAgain(precache, file, event))) bad.push(file.url);
  return {
    type: 'VERIFIED',
    files: precache.files.length,
    bytes: precache.files.reduce((sum, file) => sum + file.size, 0),
    bad,
    repaired: lost.length - bad.length,
    deep,
    manifestHash: await manifestHash(precache.files),
  };
}

/** What is only missing is left alone: another worker of the same version may be about to store it. */
async function lostOrDamaged(precache: Precache): Promise<PrecacheFile[]> {
  const lost: PrecacheFile[] = [];
  for (const file of precache.files) if ((await precache.read(file)) === undefined) lost.push(file);
  return lost;
}

async function fetchAgain(precache: Precache, file: PrecacheFile, event: ExtendableEvent): Promise<boolean> {
  try {
    return (await precache.fetch(file, event)).ok;
  } catch {
    return false;
  }
}

/** 64 hex digits, equal for equal manifests whatever the scope. */
function manifestHash(files: readonly PrecacheFile[]): Promise<string> {
  const text = files.map(({ url, integrity }) => `${url} ${integrity}`).join('\n');
  return sha256Hex(new TextEncoder().encode(text));
}
