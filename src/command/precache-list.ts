// The precache manifest: every file that the worker stores, in order of importance, because an install fills the cache in
// this order and a phone may lose the network at any moment.

import { HASHED_FOLDER } from '../bundle/site.ts';
import type { CompressedFile } from './compress.ts';
import { contentHash, integrityOf, type OutputFile } from './output-file.ts';

/** As `sw/precache-manifest.ts` reads it. */
export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
  readonly size: number;
  /** Bytes on their way, in Brotli where that makes sense: what an update names as its size. */
  readonly transfer: number;
}

/** Of the digest, 72 bits. */
const REVISION_START = 'sha256-'.length;
const REVISION_END = REVISION_START + 12;

/** A file is fetched whole or not at all: larger ones would lose too much to a break of the line. */
const LARGEST_FILE = 256_000;

export function precacheEntry({ path, bytes, brotli }: CompressedFile): PrecacheEntry {
  const integrity = integrityOf(bytes);
  // A part of what the worker carries anyhow: compressed, it costs next to nothing.
  const revision = path.startsWith(HASHED_FOLDER) ? null : integrity.slice(REVISION_START, REVISION_END);
  const transfer = (brotli ?? bytes).length;
  return { url: path, revision, integrity, size: bytes.length, transfer };
}

/**
 * What is wrong with the list, in words; empty when nothing is. `files` are the deployed files, `largest` the bytes that
 * one may have.
 */
export function precacheProblems(
  entries: readonly PrecacheEntry[],
  files: readonly OutputFile[],
  largest = LARGEST_FILE,
): string[] {
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  const problems = entries.flatMap((entry) => {
    const bytes = byPath.get(entry.url);
    if (bytes === undefined) return [`${entry.url}: is not deployed`];
    return [
      ...(entry.integrity === integrityOf(bytes)
        ? []
        : [`${entry.url}: the integrity is not that of the file`]),
      ...(entry.size === bytes.length && entry.size <= largest
        ? []
        : [`${entry.url}: ${bytes.length} bytes, more than the ${largest} that one fetch may lose`]),
      ...(entry.revision === null && !entry.url.includes(`-${hashInName(entry.url, bytes)}.`)
        ? [`${entry.url}: the name does not contain the hash of the content`]
        : []),
    ];
  });
  const urls = new Set(entries.map((entry) => entry.url));
  return urls.size === entries.length ? problems : [...problems, 'a file is listed twice'];
}

/** The bundle manifest holds its own id, which is the hash of the rest of it. */
function hashInName(path: string, bytes: Uint8Array): string {
  if (!path.startsWith(`${HASHED_FOLDER}bundle-`)) return contentHash(bytes);
  const { id, ...rest }: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));
  return contentHash(JSON.stringify(rest)) === id ? id : 'wrong id';
}
