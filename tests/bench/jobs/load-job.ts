// Files in memory → the first answer, once, in a process that has done nothing else; what stays in memory after it; and the
// same again, when the code has been compiled.

import type { IndexFile, Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import type { LoadFigures } from '../results.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

export async function measureLoad({ engine, code, folder, queries, bodies }: Job): Promise<LoadFigures> {
  const { open } = await loadEngine(engine, code);
  const bodyOf = readBodies(bodies);
  return await measureOpening(
    () => readIndex(folder),
    (files) => open(files, bodyOf),
    firstQuery(queries),
  );
}

export function firstQuery(queries: string): string {
  return readQueries(queries).latency[0]?.query ?? '银行';
}

/** `read` gives the files anew at each call. Throws where the same files are answered otherwise the second time. */
export async function measureOpening(
  read: () => IndexFile[],
  open: (files: readonly IndexFile[]) => Search | Promise<Search>,
  query: string,
): Promise<LoadFigures> {
  const before = memory();
  let files: IndexFile[] | undefined = read();
  const start = performance.now();
  const search = await open(files);
  const first = await search(query);
  const loadMs = performance.now() - start;
  files = undefined;
  const heapBytes = memory() - before;
  if ((await search(query)).join() !== first.join()) throw new Error(`another answer to ${query}`);
  const copies = read();
  const again = performance.now();
  const second = await (await open(copies))(query);
  const againMs = performance.now() - again;
  if (second.join() !== first.join()) throw new Error(`another answer to ${query} after a second opening`);
  return { loadMs, againMs, heapBytes };
}

/** Live bytes, on the heap and in buffers. */
function memory(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
