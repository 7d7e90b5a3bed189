// How good an engine can be at known items that cannot know which document a query was made from: of several that hold the query
// to the letter, each is as good as the other. Such an engine, in no other way imperfect, puts them first in any order.

import type { BenchDocument } from './bench-engine.ts';
import { nameOf } from './bench-engine.ts';
import type { KnownItem, KnownKind } from './known-items.ts';
import { mean } from './statistics.ts';

const SHOWN = 10;

/** By kind of query, where the kind is a text that documents hold as it stands: what MRR@10 that engine is to be expected. */
export type IdealRanks = Partial<Record<KnownKind, number>>;

/** `fold`: what is the same to a reader. */
export function idealRanks(
  documents: readonly BenchDocument[],
  items: readonly KnownItem[],
  fold: (text: string) => string,
): IdealRanks {
  const titles = documents.map(({ title }) => fold(title));
  const names = documents.map((document) => fold(nameOf(document)));
  const texts = documents.map((document) => fold(`${nameOf(document)}\n${document.body}`));
  const rankOf = (kind: KnownKind, holds: (query: string, document: number) => boolean) => {
    const ranks = items
      .filter((item) => item.kind === kind)
      .map(({ query }) => {
        const folded = fold(query);
        return expectedRank(documents.filter((_, document) => holds(folded, document)).length);
      });
    return ranks.length > 0 ? { [kind]: mean(ranks) } : {};
  };
  return {
    ...rankOf('title', (query, document) => titles[document] === query),
    ...rankOf('substring', (query, document) => names[document]?.includes(query) === true),
    ...rankOf('body phrase', (query, document) => texts[document]?.includes(query) === true),
  };
}

/** The mean reciprocal rank, among the ten that are shown, of one of `holders` documents in any order. */
export function expectedRank(holders: number): number {
  let sum = 0;
  for (let rank = 1; rank <= Math.min(SHOWN, holders); rank++) sum += 1 / rank;
  return sum / Math.max(1, holders);
}
