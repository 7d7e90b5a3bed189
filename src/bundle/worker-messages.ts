// The messages between page and service worker, and nothing else. Every request is answered on the port that came with
// it; the page does not rely on it and sets a time limit, because a worker can be killed at any moment.

export type WorkerRequest =
  /** Compare every file of the precache manifest with the cache: by presence, or by SHA-256 when `deep`. */
  | { readonly type: 'VERIFY'; readonly deep: boolean; readonly repair: boolean }
  /** Let the waiting worker take over. Sent only by a tap, or at a launch with no task under way. */
  | { readonly type: 'SKIP_WAITING' };

export interface VerifyReport {
  readonly type: 'VERIFIED';
  /** Files in the precache manifest, and their bytes as stored. */
  readonly files: number;
  readonly bytes: number;
  /** Relative addresses of the files still missing or damaged, after the repair if one was asked for. */
  readonly bad: readonly string[];
  /** Files fetched anew by this request. */
  readonly repaired: number;
  readonly deep: boolean;
  /** SHA-256 of the precache manifest, 64 hex digits: equal on two phones only if every file is equal. */
  readonly manifestHash: string;
}

export function parseWorkerRequest(data: unknown): WorkerRequest | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'SKIP_WAITING') return { type: 'SKIP_WAITING' };
  if (data.type !== 'VERIFY') return undefined;
  return {
    type: 'VERIFY',
    deep: 'deep' in data && data.deep === true,
    repair: 'repair' in data && data.repair === true,
  };
}

export function parseVerifyReport(data: unknown): VerifyReport | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const report = data as Partial<Record<keyof VerifyReport, unknown>>;
  if (report.type !== 'VERIFIED' || typeof report.files !== 'number' || typeof report.bytes !== 'number') return undefined;
  if (!Array.isArray(report.bad) || typeof report.repaired !== 'number' || typeof report.manifestHash !== 'string') {
    return undefined;
  }
  return {
    type: 'VERIFIED',
    files: report.files,
    bytes: report.bytes,
    bad: report.bad.map(String),
    repaired: report.repaired,
    deep: report.deep === true,
    manifestHash: report.manifestHash,
  };
}
