// VERIFY: is this version whole on this phone? Measured against the manifest, file by file, and repaired where asked.
//
// One file is in memory at a time, with a rest after each, so that the page is answered in between and typing is not felt. A deep check
// belongs to nobody: whoever asks while one is under way hears how it goes on and how it ends.

import { manifestText } from '../src/bundle/manifest-text.ts';
import type { VerifyProgress, VerifyReport } from '../src/bundle/worker-messages.ts';
import { sha256Hex } from './digest.ts';
import type { Precache } from './precache.ts';
import type { PrecacheFile } from './precache-manifest.ts';

/** Between two words of progress: each costs the page a drawing. */
const TELL_MS = 100;
/** After each file the worker rests as long as the file took, so that typing finds a processor free; at most this long. */
const LONGEST_PAUSE_MS = 50;

type OnProgress = (progress: VerifyProgress) => void;

interface DeepCheck {
  readonly repair: boolean;
  readonly listeners: Set<OnProgress>;
  readonly report: Promise<VerifyReport>;
}

/** The one under way. Lost when the worker is killed, and then the next request begins anew. */
let running: DeepCheck | undefined;

/**
 * Never rejects for a file that is damaged or cannot be had: those are in `bad`. A deep check reads and hashes every
 * file, a shallow one looks whether it is there and tells no progress.
 */
export async function verify(
  precache: Precache,
  event: ExtendableEvent,
  { deep, repair }: { readonly deep: boolean; readonly repair: boolean },
  onProgress: OnProgress,
): Promise<VerifyReport> {
  if (!deep) {
    const lost = await precache.missing();
    return report(precache.files, lost, repair ? await repairAll(precache, event, lost) : lost, false);
  }
  if (running !== undefined && running.repair === repair) {
    running.listeners.add(onProgress);
    return running.report;
  }
  const listeners = new Set([onProgress]);
  const tell: OnProgress = (progress) => {
    for (const listener of listeners) listener(progress);
  };
  const check: DeepCheck = { repair, listeners, report: compareAll(precache, event, repair, tell) };
  running = check;
  try {
    return await check.report;
  } finally {
    if (running === check) running = undefined;
  }
}

async function compareAll(
  precache: Precache,
  event: ExtendableEvent,
  repair: boolean,
  onProgress: OnProgress,
): Promise<VerifyReport> {
  const { files } = precache;
  const totalBytes = sumOfBytes(files);
  // What is only missing is left alone: another worker of the same version may be about to store it.
  const lost: PrecacheFile[] = [];
  let bytes = 0;
  let done = 0;
  const tell = (tried: number) =>
    onProgress({
      type: 'VERIFY_PROGRESS',
      done,
      total: files.length,
      bytes,
      totalBytes,
      lost: lost.length,
      tried,
    });
  let told = 0;
  for (const file of files) {
    const begun = performance.now();
    if ((await precache.read(file)) === undefined) lost.push(file);
    done++;
    bytes += file.size;
    const now = performance.now();
    if (now - told > TELL_MS || done === files.length) {
      told = now;
      tell(0);
    }
    await pause(Math.min(now - begun, LONGEST_PAUSE_MS));
  }
  return report(files, lost, repair ? await repairAll(precache, event, lost, tell) : lost, true);
}

/** Fetches `lost` again; the files that could not be had. */
async function repairAll(
  precache: Precache,
  event: ExtendableEvent,
  lost: readonly PrecacheFile[],
  onTried?: (tried: number) => void,
): Promise<PrecacheFile[]> {
  const bad: PrecacheFile[] = [];
  let outOfTime = false;
  for (const [at, file] of lost.entries()) {
    // After a fetch that ran out of time there is no sense in waiting as long again for each of the others.
    const answer: Answer = outOfTime ? 'out-of-time' : await fetchAgain(precache, file, event);
    outOfTime = answer === 'out-of-time';
    if (answer !== 'stored') bad.push(file);
    onTried?.(at + 1);
  }
  return bad;
}

type Answer = 'stored' | 'refused' | 'out-of-time';

async function fetchAgain(precache: Precache, file: PrecacheFile, event: ExtendableEvent): Promise<Answer> {
  try {
    return (await precache.fetch(file, event)).ok ? 'stored' : 'refused';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'out-of-time' : 'refused';
  }
}

async function report(
  files: readonly PrecacheFile[],
  lost: readonly PrecacheFile[],
  bad: readonly PrecacheFile[],
  deep: boolean,
): Promise<VerifyReport> {
  const badBytes = sumOfBytes(bad);
  return {
    type: 'VERIFIED',
    files: files.length,
    bytes: sumOfBytes(files),
    bad: bad.map((file) => file.url),
    badBytes,
    repaired: lost.length - bad.length,
    repairedBytes: sumOfBytes(lost) - badBytes,
    deep,
    bundleId: files.map(({ url }) => /bundle-(\w+)\.json$/.exec(url)?.[1] ?? '').join(''),
    manifestHash: await sha256Hex(new TextEncoder().encode(manifestText(files))),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function sumOfBytes(files: readonly PrecacheFile[]): number {
  return files.reduce((sum, file) => sum + file.size, 0);
}
