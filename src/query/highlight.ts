// What to mark in an article's text. Apart from mark-matches.ts, which the first screen needs, as this brings the patterns of
// the tolerant search along. Offsets are into the original: folding keeps the length.

import { foldText } from '../analysis/fold-text.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { markMatches } from './mark-matches.ts';
import { Pattern } from './pattern-match.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import type { Range } from './search-result.ts';

/** Of a longer text only the beginning is marked, in UTF-16 units. */
const MAX_TEXT = 20_000;

export type Highlighter = (text: string) => Range[];

/**
 * What `query` marks in a text, such as an article's paragraph: the words as typed, their synonyms, traditional forms; where
 * none of these stands there, homophones and pinyin. Ranges are ascending, disjoint, not empty, at most 64.
 */
export function highlighter(query: string, { lexicon }: { readonly lexicon: Lexicon }): Highlighter {
  const plan = planQuery(query, lexicon);
  const patterns = patternsOf(plan, lexicon);
  return (text) => markMatches(foldText(text.slice(0, MAX_TEXT), lexicon.simplify), plan, patterns);
}

/** What of a query may be a homophone or pinyin. */
export function patternsOf({ runs, core }: QueryPlan, lexicon: Lexicon): Pattern[] {
  const signs = runs.filter(({ text }) => text.length >= 2).map(({ text }) => text);
  if (signs.length > 1 && /^[a-z]+$/.test(core)) signs.unshift(core);
  return signs.map((run) => new Pattern(run, lexicon, 'whole', false));
}
