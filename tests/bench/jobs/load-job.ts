// Files in memory → the first answer, once, in a process that has done nothing else; and what stays in memory after it.

import type { IndexFile } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import type { LoadFigures } from '../results.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

export async function measureLoad({ engine, code, folder, queries, bodies }: Job): Promise<LoadFigures> {
  const { open } = await loadEngine(engine, code);
  const query = readQueries(queries).latency[0]?.query ?? '银行';
  const bodyOf = readBodies(bodies);
  const before = memory();
  let files: IndexFile[] | undefined = readIndex(folder);
  const start = performance.now();
  const search = await open(files, bodyOf);
  const first = await search(query);
  const loadMs = performance.now() - start;
  files = undefined;
  const heapBytes = memory() - before;
  if ((await search(query)).length !== first.length)
    throw new Error(`${engine} changed its mind about ${query}`);
  return { loadMs, heapBytes };
}

/** Live bytes, on the heap and in buffers. */
export function memory(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
