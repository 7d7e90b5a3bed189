// The list of files that one version consists of, as the build writes it into sw.js.

export interface PrecacheEntry {
  /** Relative to the folder of sw.js. */
  readonly url: string;
  /** Null where the name already contains the hash of the content. */
  readonly revision: string | null;
  /** `sha256-` and the digest in base64: what the browser compares a fetched file with, and VERIFY a stored one. */
  readonly integrity: string;
  /** Bytes as stored. */
  readonly size: number;
}

/** Milliseconds that one fetch may take, body included: 20 s, and the time of the slowest line that is of use, 2 kB/s. */
export function fetchLimit(size: number): number {
  return 20_000 + size / 2;
}

/** Round robin, so that every lane begins with the most important files. `lanes` is at least 1. */
export function splitIntoLanes<Entry>(entries: readonly Entry[], lanes: number): Entry[][] {
  const split: Entry[][] = Array.from({ length: lanes }, () => []);
  entries.forEach((entry, index) => {
    split[index % lanes]?.push(entry);
  });
  return split;
}
