// What the page of fetch-answer.ts runs: fetch the files of one engine, open them, answer one query.

import type { BenchEngine, IndexFile } from '../bench-engine.ts';
import { engine as flexsearch } from '../engines/flexsearch.ts';
import { openFirstTier, engine as ours } from '../engines/ours.ts';
import { engine as scan } from '../engines/scan.ts';

export interface FetchTimes {
  /** Milliseconds until all files were in memory. */
  readonly fetched: number;
  /** Milliseconds until the first answer. */
  readonly answered: number;
}

const ENGINES: Readonly<Record<string, Pick<BenchEngine, 'open'>>> = {
  ours,
  'ours, tier 0 alone': { open: openFirstTier },
  flexsearch,
  scan,
};

async function fetchAndAnswer(name: string, files: readonly string[], query: string): Promise<FetchTimes> {
  const engine = ENGINES[name];
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const start = performance.now();
  const loaded = await Promise.all(files.map((file) => fetchFile(name, file)));
  const fetched = performance.now() - start;
  const search = await engine.open(loaded, () => undefined);
  await search(query);
  return { fetched, answered: performance.now() - start };
}

async function fetchFile(folder: string, name: string): Promise<IndexFile> {
  const response = await fetch(`/${folder}/${encodeURIComponent(encodeURIComponent(name))}`);
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

Object.assign(globalThis, { fetchAndAnswer });
