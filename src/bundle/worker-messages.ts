// The messages between page and service worker, and nothing else. Every request is answered on the port that came with
// it; the page does not rely on it and sets a time limit, because a worker can be killed at any moment.

export type WorkerRequest =
  /** Compare every file of the precache manifest with the cache: by presence, or by SHA-256 when `deep`. */
  | { readonly type: 'VERIFY'; readonly deep: boolean; readonly repair: boolean }
  /** What the worker's version consists of; asked of two workers it tells the size of an update. */
  | { readonly type: 'DESCRIBE' }
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

export interface VersionDescription {
  readonly type: 'DESCRIBED';
  /** Address of each file with its revision, and its bytes as stored. */
  readonly files: readonly (readonly [key: string, bytes: number])[];
}

/** Sent by an installing worker to every page of its scope after each file; nobody asks for it. */
export interface InstallProgress {
  readonly type: 'INSTALL_PROGRESS';
  /** Files stored and files in all. */
  readonly done: number;
  readonly total: number;
}

export function parseWorkerRequest(data: unknown): WorkerRequest | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'SKIP_WAITING') return { type: 'SKIP_WAITING' };
  if (data.type === 'DESCRIBE') return { type: 'DESCRIBE' };
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
  if (report.type !== 'VERIFIED' || typeof report.files !== 'number' || typeof report.bytes !== 'number')
    return undefined;
  if (
    !Array.isArray(report.bad) ||
    typeof report.repaired !== 'number' ||
    typeof report.manifestHash !== 'string'
  ) {
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

export function parseVersionDescription(data: unknown): VersionDescription | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const description = data as Partial<Record<keyof VersionDescription, unknown>>;
  if (description.type !== 'DESCRIBED' || !Array.isArray(description.files)) return undefined;
  const files = description.files.flatMap((file: unknown): (readonly [string, number])[] => {
    const [key, bytes]: unknown[] = Array.isArray(file) ? file : [];
    return typeof key === 'string' && typeof bytes === 'number' ? [[key, bytes]] : [];
  });
  return { type: 'DESCRIBED', files };
}

export function parseInstallProgress(data: unknown): InstallProgress | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const progress = data as Partial<Record<keyof InstallProgress, unknown>>;
  if (progress.type !== 'INSTALL_PROGRESS') return undefined;
  if (typeof progress.done !== 'number' || typeof progress.total !== 'number') return undefined;
  return { type: 'INSTALL_PROGRESS', done: progress.done, total: progress.total };
}
