// A code asked of a growing index. A corpus of sections has no codes, so the shipped content is put among them: the answer is
// the same whatever stands beside it, and so should be the time that it takes and the memory.

import { pathToFileURL } from 'node:url';
import { buildIndex } from '../../../src/index/build-index.ts';
import { loadCorpus } from '../corpus.ts';
import { firstTierFiles, type OpenFirstTier } from '../engines/ours.ts';
import type { LoadFigures } from '../results.ts';
import { readIndex, writeIndex } from '../work-folder.ts';
import type { Job } from '../worker.ts';
import { memory } from './load-job.ts';

const CODE = '05';
const OWNER = 'codes/unionpay/05';

/** Writes tier 0 alone. Returns how many documents it has. */
export async function writeCodeIndex({ corpus, folder }: Job): Promise<number> {
  const shipped = await loadCorpus({ name: '', file: '', size: 0 });
  const { input } = corpus.file === '' ? shipped : await loadCorpus(corpus);
  const others = input === shipped.input ? [] : input.documents;
  const documents = [...shipped.input.documents, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  const variants = new Map([...shipped.input.variants, ...input.variants]);
  writeIndex(folder, firstTierFiles(buildIndex({ ...shipped.input, documents, variants })));
  return documents.length;
}

/** Files in memory → the answer, in a process that has done nothing else. */
export async function measureCode({ folder, code }: Job): Promise<LoadFigures> {
  const { openFirstTier }: { readonly openFirstTier: OpenFirstTier } = await import(pathToFileURL(code).href);
  const before = memory();
  let files: ReturnType<typeof readIndex> | undefined = readIndex(folder);
  const start = performance.now();
  const search = openFirstTier(files);
  const [first] = search(CODE);
  const loadMs = performance.now() - start;
  files = undefined;
  const heapBytes = memory() - before;
  if (first !== OWNER || search(CODE)[0] !== OWNER) throw new Error(`${CODE} was answered by ${first}`);
  return { loadMs, heapBytes };
}
