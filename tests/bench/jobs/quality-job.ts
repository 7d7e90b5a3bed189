// Known items: the mean reciprocal rank of the one document that each query was made from, among the first ten; and whether
// the first hit of a query of several words holds them all.

import type { DocumentKey, Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import { KNOWN_KINDS, type KnownItem, type KnownKind } from '../known-items.ts';
import { seededRandom, shuffled } from '../random.ts';
import type { QualityFigures } from '../results.ts';
import { mean } from '../statistics.ts';
import { type QuerySet, readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

export async function measureQuality({
  engine,
  code,
  folder,
  queries,
  bodies,
  budget,
}: Job): Promise<QualityFigures> {
  const { open } = await loadEngine(engine, code);
  const search = await open(readIndex(folder), readBodies(bodies));
  const set = readQueries(queries);
  const idOf = (key: DocumentKey) => (typeof key === 'number' ? set.ids[key] : key);
  const end = performance.now() + budget * 1000;
  const everyWord = await shareWithEveryWord(set, search, idOf, performance.now() + budget * 200);
  const ranks = new Map<KnownKind, number[]>(KNOWN_KINDS.map((kind) => [kind, []]));
  for (const item of shuffled(seededRandom(11), set.known)) {
    if (performance.now() > end) break;
    const found = (await search(item.query)).map(idOf);
    ranks.get(item.kind)?.push(reciprocalRank(found, item, set));
  }
  const figure = (kind: KnownKind) => {
    const values = ranks.get(kind) ?? [];
    return { mrr: mean(values), queries: values.length };
  };
  return {
    mrr: {
      title: figure('title'),
      substring: figure('substring'),
      'one missing': figure('one missing'),
      'body phrase': figure('body phrase'),
      pinyin: figure('pinyin'),
      initials: figure('initials'),
      'pinyin mixed up': figure('pinyin mixed up'),
      homophone: figure('homophone'),
    },
    everyWord,
  };
}

function reciprocalRank(found: readonly (string | undefined)[], item: KnownItem, set: QuerySet): number {
  const rank = found.indexOf(set.ids[item.target]) + 1;
  return rank === 0 ? 0 : 1 / rank;
}

async function shareWithEveryWord(
  { everyWord, ids }: QuerySet,
  search: Search,
  idOf: (key: DocumentKey) => string | undefined,
  end: number,
): Promise<number> {
  const held: number[] = [];
  for (const { query, holders } of everyWord) {
    if (performance.now() > end) break;
    const [first] = (await search(query)).map(idOf);
    held.push(holders.some((holder) => ids[holder] === first) ? 1 : 0);
  }
  return mean(held);
}
