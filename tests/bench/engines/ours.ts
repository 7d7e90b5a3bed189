// The engine of this project: all index files, both tiers.

import { buildIndex } from '../../../src/index/build-index.ts';
import type { IndexFiles } from '../../../src/index/index-files.ts';
import { addBody } from '../../../src/query/body-tier.ts';
import { phraseCheck } from '../../../src/query/phrase-check.ts';
import { openEngine, type SearchEngine } from '../../../src/query/search-engine.ts';
import { tolerance } from '../../../src/query/tolerant-search.ts';
import { type BenchEngine, type BodyOf, type IndexFile, LIMIT } from '../bench-engine.ts';

export const engine: BenchEngine = {
  settings:
    'this project; its bytes hold titles, pinyin and code tables as well, the peers’ do not; of several texts with all pairs of a phrase it reads up to 8 to see which holds it',
  build({ input }) {
    const files = buildIndex(input);
    return [...firstTierFiles(files), ...files.body.map((bytes, i) => ({ name: `body-${i}`, bytes }))];
  },
  open: (files, bodyOf) => searchIn(openOurs(files, bodyOf)),
};

export type OpenFirstTier = (files: readonly IndexFile[]) => (query: string) => readonly string[];

/** As the first script of the page has it: tier 0, and nothing attached. */
export const openFirstTier: OpenFirstTier = (files) => searchIn(openLookup(files));

export function firstTierFiles({ lookup }: IndexFiles): IndexFile[] {
  return lookup.map((bytes, i) => ({ name: `lookup-${i}`, bytes }));
}

/** Throws where a file does not open: the bench has just written it. */
export function openOurs(files: readonly IndexFile[], bodyOf: BodyOf): SearchEngine {
  const opened = openLookup(files);
  for (const file of files) {
    if (isOfFirstTier(file)) continue;
    const added = addBody(opened, file.bytes);
    if (!added.ok) throw new Error(added.problem.message);
  }
  opened.tolerance = tolerance;
  opened.lackingPhrase = phraseCheck(opened, bodyOf);
  return opened;
}

export function isOfFirstTier({ name }: IndexFile): boolean {
  return name.startsWith('lookup-');
}

function openLookup(files: readonly IndexFile[]): SearchEngine {
  const opened = openEngine(files.filter(isOfFirstTier).map(({ bytes }) => bytes));
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function searchIn(engine: SearchEngine): (query: string) => readonly string[] {
  return (query) => engine.search(query, { line: '', limit: LIMIT }).hits.map(({ document }) => document.id);
}
