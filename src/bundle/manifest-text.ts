// The text whose SHA-256 names a release: the worker hashes the list that it carries, the build and the probe the one that
// they find, and whoever doubts can write it down by hand. Equal only if every file of two releases is equal.

export interface ListedFile {
  /** Relative to the root of the site. */
  readonly url: string;
  /** `sha256-` and the digest in base64. */
  readonly integrity: string;
}

/**
 * One line `url integrity` for each precached file, each ended by a line feed, in the order of the code units of the
 * addresses: the order of importance in the worker's list does not count. The revision says nothing more than the
 * integrity and is left out.
 */
export function manifestText(files: readonly ListedFile[]): string {
  return files
    .map(({ url, integrity }) => `${url} ${integrity}\n`)
    .sort()
    .join('');
}

/** Hex digits of the hash that people compare; 64 bits, against mistakes and not against forgers. */
export const SHOWN_DIGITS = 16;
