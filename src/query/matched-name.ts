// By which of its names a document was found, for whoever shows it: rank.ts keeps none. Asked of every hit at every key, so the
// names are taken as they were folded for the search, and those without a word of the query are passed over.

import { foldText } from '../analysis/fold-text.ts';
import { lettersOf } from '../analysis/letters.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import { patternsOf } from './highlight.ts';
import { markMatches } from './mark-matches.ts';
import { planQuery } from './query-plan.ts';
import type { Range } from './search-result.ts';

export interface MatchedName {
  readonly text: string;
  /** What to mark in it. */
  readonly ranges: readonly Range[];
}

/** Of an engine, what is needed of it. */
interface Names {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  find(id: string): number | undefined;
}

/** Marked, of the longer of name and query: a name that shares less with the query does not say why the document is there. */
const LEAST_AGREEMENT = 0.3;

/**
 * The name of a document other than its title that says most of the query and least beside it; undefined where the title does, or
 * none says enough. As it is written where `written` holds it, else folded.
 */
export function matchedName(
  id: string,
  written: readonly string[],
  query: string,
  engine: Names,
): MatchedName | undefined {
  const document = engine.find(id);
  const { lexicon } = engine;
  if (document === undefined) return undefined;
  const plan = planQuery(query, lexicon);
  const said = lettersOf(plan.query).length;
  // Between control characters, as in DocumentTable, the title first.
  const all = engine.names.names(document).match(/[ -\uffff]+/g) ?? [];
  const worded = all.filter((name) => plan.terms.some(({ term }) => name.includes(term)));
  const patterns = worded.length > 0 ? [] : patternsOf(plan, lexicon);
  let best: MatchedName | undefined;
  let most = LEAST_AGREEMENT;
  for (const text of worded.length > 0 ? worded : all) {
    const ranges = markMatches(text, plan, patterns);
    const marked = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    const agreement = marked / Math.max(text.length, said);
    if (agreement <= most) continue;
    most = agreement;
    best = { text, ranges };
  }
  if (best === undefined || best.text === all[0]) return undefined;
  const folded = best.text;
  const isIt = (name: string) => name.length === folded.length && foldText(name, lexicon.simplify) === folded;
  return { ...best, text: written.find(isIt) ?? folded };
}
