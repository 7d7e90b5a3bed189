// Where one corpus and one engine keep what one process hands to the next: index files and queries, on disk.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchDocument, BodyOf, IndexFile } from './bench-engine.ts';
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

/** Two files: all bodies end to end, and how long each is, in bytes. */
export function writeBodies(folder: string, documents: readonly BenchDocument[]): void {
  mkdirSync(folder, { recursive: true });
  const bodies = documents.map(({ body }) => Buffer.from(body));
  writeFileSync(join(folder, 'bodies'), Buffer.concat(bodies));
  const lengths = documents.map(({ id }, i) => [id, bodies[i]?.length ?? 0]);
  writeFileSync(join(folder, 'lengths.json'), JSON.stringify(lengths));
}

/** Decoded at each call, as a page decodes an article when it is asked for. */
export function readBodies(folder: string): BodyOf {
  const bytes = readFileSync(join(folder, 'bodies'));
  const lengths: [id: string, length: number][] = JSON.parse(
    readFileSync(join(folder, 'lengths.json'), 'utf8'),
  );
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  let start = 0;
  for (const [id, length] of lengths) {
    places.set(id, { start, end: start + length });
    start += length;
  }
  return (id) => {
    const place = places.get(id);
    return place && bytes.toString('utf8', place.start, place.end);
  };
}
