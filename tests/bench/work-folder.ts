// Where one corpus and one engine keep what one process hands to the next: index files and queries, on disk.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexFile } from './bench-engine.ts';
import type { KnownItem } from './known-items.ts';
import type { LatencyQuery } from './latency-queries.ts';

export interface QuerySet {
  /** Ids of the documents by number. */
  readonly ids: readonly string[];
  readonly latency: readonly LatencyQuery[];
  readonly known: readonly KnownItem[];
  /** Queries of several words with the documents (numbers) that hold every word. */
  readonly everyWord: readonly { readonly query: string; readonly holders: readonly number[] }[];
}

export function writeIndex(folder: string, files: readonly IndexFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, encodeURIComponent(name)), bytes);
}

export function readIndex(folder: string): IndexFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name: decodeURIComponent(name),
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }));
}

export function writeQueries(file: string, queries: QuerySet): void {
  writeFileSync(file, JSON.stringify(queries));
}

export function readQueries(file: string): QuerySet {
  return JSON.parse(readFileSync(file, 'utf8'));
}
