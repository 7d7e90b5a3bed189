// What to mark in an article's text. Apart from mark-matches.ts, which the first screen needs, as this brings the patterns of
// the tolerant search along. Offsets are into the original: folding keeps the length.

import { foldText } from '../analysis/fold-text.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { markMatches } from './mark-matches.ts';
import { Pattern } from './pattern-match.ts';
import { planQuery } from './query-plan.ts';
import type { Range } from './search-result.ts';

/** Of a longer text only the beginning is marked, in UTF-16 units. */
const MAX_TEXT = 20_000;

/**
 * What `query` marks in `text`, such as an article's paragraph: the words as typed, their synonyms, traditional forms; where
 * none of these stands there, homophones and pinyin. Ranges are ascending, disjoint, not empty, at most 64.
 */
export function highlight(text: string, query: string, engine: { readonly lexicon: Lexicon }): Range[] {
  const plan = planQuery(query, engine.lexicon);
  const folded = foldText(text.slice(0, MAX_TEXT), engine.lexicon.simplify);
  const runs = plan.runs.filter((run) => run.text.length >= 2).map((run) => run.text);
  const joined = runs.length > 1 && /^[a-z]+$/.test(plan.core) ? [plan.core] : [];
  const patterns = [...joined, ...runs].map((signs) => new Pattern(signs, engine.lexicon, 'whole', false));
  return markMatches(folded, plan, patterns);
}
