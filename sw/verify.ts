// VERIFY: is this version whole on this phone? Measured against the manifest, file by file, and repaired where asked.

import type { VerifyReport } from '../src/bundle/worker-messages.ts';
import { sha256Base64, sha256Hex } from './digest.ts';
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

async function damagedFiles(precache: Precache, deep: boolean): Promise<readonly PrecacheFile[]> {
  if (!deep) return precache.missing();
  const damaged: PrecacheFile[] = [];
  for (const file of precache.files) if (!(await isWhole(precache, file))) damaged.push(file);
  return damaged;
}

async function isWhole(precache: Precache, file: PrecacheFile): Promise<boolean> {
  const stored = await precache.read(file);
  return (
    stored !== undefined && `sha256-${await sha256Base64(await stored.arrayBuffer())}` === file.integrity
  );
}

async function repairFile(precache: Precache, file: PrecacheFile, event: ExtendableEvent): Promise<boolean> {
  try {
    // Damaged bytes are of no use to anybody, so nothing is lost if the network fails now.
    await precache.drop(file);
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
