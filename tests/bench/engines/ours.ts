// The engine of this project: all index files, both tiers.

import { buildIndex } from '../../../src/index/build-index.ts';
import { addBody } from '../../../src/query/body-tier.ts';
import { phraseCheck } from '../../../src/query/phrase-check.ts';
import { openEngine, type SearchEngine } from '../../../src/query/search-engine.ts';
import { tolerance } from '../../../src/query/tolerant-search.ts';
import { type BenchEngine, type BodyOf, type IndexFile, LIMIT } from '../bench-engine.ts';

export const engine: BenchEngine = {
  settings:
    'this project; its bytes hold titles, pinyin and code tables as well, the peers’ do not; of several texts with all pairs of a phrase it reads up to 8 to see which holds it',
  build({ input }) {
    const { lookup, body } = buildIndex(input);
    return [
      ...lookup.map((bytes, i) => ({ name: `lookup-${i}`, bytes })),
      ...body.map((bytes, i) => ({ name: `body-${i}`, bytes })),
    ];
  },
  open(files, bodyOf) {
    const opened = openOurs(files, bodyOf);
    return (query) =>
      opened.search(query, { line: '', limit: LIMIT }).hits.map(({ document }) => document.id);
  },
};

/** Throws where a file does not open: the bench has just written it. */
export function openOurs(files: readonly IndexFile[], bodyOf: BodyOf): SearchEngine {
  const named = (prefix: string) =>
    files.filter(({ name }) => name.startsWith(prefix)).map(({ bytes }) => bytes);
  const opened = openEngine(named('lookup-'));
  if (!opened.ok) throw new Error(opened.problem.message);
  for (const bytes of named('body-')) {
    const added = addBody(opened.value, bytes);
    if (!added.ok) throw new Error(added.problem.message);
  }
  opened.value.tolerance = tolerance;
  opened.value.lackingPhrase = phraseCheck(opened.value, bodyOf);
  return opened.value;
}
