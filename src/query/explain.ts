// Why a hit stands where it stands. Apart from search-engine.ts, as the page needs it on request only.

import { planQuery } from './query-plan.ts';
import { type ScoreParts, WEIGHTS } from './rank.ts';
import type { SearchEngine } from './search-engine.ts';
import type { Hit, SearchOptions } from './search-result.ts';
import { searchText } from './text-search.ts';

export interface Explanation {
  readonly id: string;
  readonly match: Hit['match'];
  readonly score: number;
  /** What each part adds to the score, weights included; undefined for hits that the text search did not find. */
  readonly parts: ScoreParts | undefined;
  /** Terms of the query that the document holds, the synonyms among them. */
  readonly terms: readonly string[];
}

/** One entry for each hit of the same search, in the same order. */
export function explain(engine: SearchEngine, text: string, options: SearchOptions): Explanation[] {
  const { hits, heard } = engine.search(text, options);
  const plan = planQuery(heard, engine.lexicon);
  const found = searchText(plan, engine, options);
  return hits.map(({ document: { id }, match, score }) => {
    const number = engine.find(id);
    const scored = found.documents.find(({ document }) => document === number);
    const mask = number === undefined ? 0 : (engine.board.mask[number] ?? 0);
    const terms = plan.terms.filter((term) => (term.covers & mask) === term.covers).map(({ term }) => term);
    return { id, match, score, parts: scored && weighted(scored.parts), terms };
  });
}

function weighted(parts: ScoreParts): ScoreParts {
  return {
    terms: WEIGHTS.terms * parts.terms,
    names: WEIGHTS.names * parts.names,
    whole: WEIGHTS.whole * parts.whole,
    all: WEIGHTS.all * parts.all,
    line: WEIGHTS.line * parts.line,
    often: WEIGHTS.often * parts.often,
    channel: WEIGHTS.channel * parts.channel,
  };
}
