// What is known about the offline copy, and the decisions that follow from it. Pure: the client beside it does the asking.
//
// The rule: a state says only what was measured. Until the first answer of the worker it is `installing` with `total` 0.

import type { VerifyReport, VersionDescription } from '../bundle/worker-messages.ts';

export type OfflineStatus =
  /** `reason` is Chinese, for the screen. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  | Installing
  /** `bad` of `files` are missing or damaged, `badBytes` of `bytes`. */
  | (Measured & { readonly kind: 'incomplete'; readonly bad: number; readonly badBytes: number })
  | (Measured & { readonly kind: 'ready' });

export interface Measured {
  /** Of the whole version, as the precache manifest has it. */
  readonly files: number;
  readonly bytes: number;
  /** Empty where the version has no bundle. */
  readonly bundleId: string;
  /** 64 hex digits; equal on two phones only if every file is equal. */
  readonly manifestHash: string;
  /** Milliseconds since 1970 by the phone's clock, which may be wrong: for show only. */
  readonly checkedAt: number;
  /** Whether the content was compared, or only whether the files are there. */
  readonly deep: boolean;
  /** Whether the browser promised not to evict it; null where it does not tell. */
  readonly persisted: boolean | null;
}

export interface Installing {
  readonly kind: 'installing';
  /** Files stored and in all; `total` 0: not known yet. */
  readonly done: number;
  readonly total: number;
  /** Their bytes, as stored. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** The last attempt did not come to its end. */
  readonly failed: boolean;
}

export type OfflineUpdate =
  /** A newer version is stored beside this one. `bytes`: what was transferred for it, where known. */
  | { readonly kind: 'waiting'; readonly bytes?: number }
  /** Tapped: it takes over as soon as the browser lets it. */
  | { readonly kind: 'switching' };

export interface OfflineState {
  readonly status: OfflineStatus;
  readonly update: OfflineUpdate | null;
}

/** When the content was last compared, and of which version. */
export interface DeepCheck {
  readonly manifestHash: string;
  readonly at: number;
}

const WEEK_MS = 7 * 24 * 3600 * 1000;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 30 * 60_000;

export function statusOf(report: VerifyReport, checkedAt: number, persisted: boolean | null): OfflineStatus {
  const { files, bytes, bad, badBytes, bundleId, manifestHash, deep } = report;
  const measured = { files, bytes, bundleId, manifestHash, checkedAt, deep, persisted };
  return bad.length > 0
    ? { kind: 'incomplete', ...measured, bad: bad.length, badBytes }
    : { kind: 'ready', ...measured };
}

/** After an install, weekly, and when the clock has been set back: then the age of the last check is unknown. */
export function isDeepCheckDue(last: DeepCheck | null, manifestHash: string, now: number): boolean {
  if (last === null || last.manifestHash !== manifestHash) return true;
  return now < last.at || now - last.at > WEEK_MS;
}

/** Milliseconds until the next try after `failures` in a row (1, 2, …): 30 s, doubling, at most half an hour. */
export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LAST_RETRY_MS);
}

/** Whether both consist of the same files. */
export function isSameVersion(present: VersionDescription, next: VersionDescription): boolean {
  return present.files.length === next.files.length && missingFiles(present, next).length === 0;
}

/** Bytes on their way of the files of `next` that `present` does not have. */
export function updateBytes(present: VersionDescription, next: VersionDescription): number {
  return missingFiles(present, next).reduce((sum, [, bytes]) => sum + bytes, 0);
}

function missingFiles(present: VersionDescription, next: VersionDescription): VersionDescription['files'] {
  const known = new Set(present.files.map(([key]) => key));
  return next.files.filter(([key]) => !known.has(key));
}
