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
  /** Bytes of the files in `bad`. */
  readonly badBytes: number;
  /** Files fetched anew by this request, and their bytes. */
  readonly repaired: number;
  readonly repairedBytes: number;
  readonly deep: boolean;
  /** Id of the bundle among the files; empty where there is none. */
  readonly bundleId: string;
  /** SHA-256 of `manifestText`, 64 hex digits: equal on two phones only if every file is equal. */
  readonly manifestHash: string;
}

/** Sent on the port of a deep VERIFY, now and then, before the report. */
export interface VerifyProgress {
  readonly type: 'VERIFY_PROGRESS';
  /** Files compared and in all, and their bytes. */
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Of those compared, files found missing or damaged, and tried to repair since. */
  readonly lost: number;
  readonly tried: number;
}

export interface VersionDescription {
  readonly type: 'DESCRIBED';
  /** Address of each file with its revision, and its bytes on their way, in Brotli. */
  readonly files: readonly (readonly [key: string, bytes: number])[];
}

/** Sent by an installing worker to every page of its scope after each file; nobody asks for it. */
export interface InstallProgress {
  readonly type: 'INSTALL_PROGRESS';
  /** Files stored and files in all, and their bytes as stored. Never less than before, unless the browser has lost some. */
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
  readonly totalBytes: number;
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
  const read = readMessage(data, 'VERIFIED', ['files', 'bytes', 'badBytes', 'repaired', 'repairedBytes']);
  if (read === undefined) return undefined;
  const { bad, bundleId, manifestHash, deep } = read.fields;
  if (!Array.isArray(bad) || typeof bundleId !== 'string' || typeof manifestHash !== 'string')
    return undefined;
  return {
    type: 'VERIFIED',
    ...read.numbers,
    bad: bad.map(String),
    deep: deep === true,
    bundleId,
    manifestHash,
  };
}

export function parseVerifyProgress(data: unknown): VerifyProgress | undefined {
  const names = ['done', 'total', 'bytes', 'totalBytes', 'lost', 'tried'] as const;
  const read = readMessage(data, 'VERIFY_PROGRESS', names);
  return read === undefined ? undefined : { type: 'VERIFY_PROGRESS', ...read.numbers };
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
  const read = readMessage(data, 'INSTALL_PROGRESS', ['done', 'total', 'bytes', 'totalBytes']);
  return read === undefined ? undefined : { type: 'INSTALL_PROGRESS', ...read.numbers };
}

interface ReadMessage<Name extends string> {
  readonly numbers: Readonly<Record<Name, number>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Undefined unless it is of this type and each of `names` is a number. */
function readMessage<Name extends string>(
  data: unknown,
  type: string,
  names: readonly Name[],
): ReadMessage<Name> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = data as Readonly<Record<string, unknown>>;
  if (fields.type !== type) return undefined;
  const numbers: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== 'number') return undefined;
    numbers[name] = value;
  }
  return { numbers: numbers as Record<Name, number>, fields };
}
