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
  /** Bytes of the body that a host with the build's Brotli files sends. */
  readonly transfer: number;
}

export interface PrecacheFile extends PrecacheEntry {
  /** Absolute address. */
  readonly href: string;
  /** Its key in the cache: content has one key, so files that two versions share are stored once. */
  readonly key: string;
}

/** `scope` is the absolute address of the folder of sw.js, with its final slash. */
export function precacheFiles(entries: readonly PrecacheEntry[], scope: string): PrecacheFile[] {
  return entries.map((entry) => {
    const { href } = new URL(entry.url, scope);
    return {
      ...entry,
      href,
      key: entry.revision === null ? href : `${href}?__WB_REVISION__=${entry.revision}`,
    };
  });
}

/** Milliseconds that one fetch may take, body included: 20 s, and the time of the slowest line that is of use, 2 kB/s. */
export function fetchLimit(size: number): number {
  return 20_000 + size / 2;
}
