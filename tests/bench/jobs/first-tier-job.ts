// Tier 0 alone, as the first script of the page opens it: a text asked of it, and a code asked of a growing index. A corpus of
// sections has no codes, so the shipped content is put among them: the answer is the same whatever stands beside it, and so should
// be the time that it takes and the memory.

import { pathToFileURL } from 'node:url';
import { buildIndex } from '../../../src/index/build-index.ts';
import { loadCorpus } from '../corpus.ts';
import { firstTierFiles, isOfFirstTier, type OpenFirstTier } from '../engines/ours.ts';
import type { LoadFigures } from '../results.ts';
import { readIndex, writeIndex } from '../work-folder.ts';
import type { Job } from '../worker.ts';
import { firstQuery, measureOpening } from './load-job.ts';

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

/** Throws where another document than the code's owner is the answer. */
export async function measureCode({ folder, code }: Job): Promise<LoadFigures> {
  const openFirstTier = await loadFirstTier(code);
  const openChecked: OpenFirstTier = (files) => {
    const search = openFirstTier(files);
    return (query) => {
      const hits = search(query);
      if (hits[0] !== OWNER) throw new Error(`${query} was answered by ${hits[0]}`);
      return hits;
    };
  };
  return await measureOpening(() => readIndex(folder), openChecked, CODE);
}

/** A text asked of tier 0 alone, as the first script of the page does. */
export async function measureFirstTier({ folder, code, queries }: Job): Promise<LoadFigures> {
  const openFirstTier = await loadFirstTier(code);
  const lookup = () => readIndex(folder).filter(isOfFirstTier);
  return await measureOpening(lookup, openFirstTier, firstQuery(queries));
}

async function loadFirstTier(code: string): Promise<OpenFirstTier> {
  const bundled: { readonly openFirstTier: OpenFirstTier } = await import(pathToFileURL(code).href);
  return bundled.openFirstTier;
}
