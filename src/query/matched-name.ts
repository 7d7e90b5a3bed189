// By which of its names a document was found, for whoever shows it: rank.ts looks at folded names and keeps none.

import { lettersOf } from '../analysis/letters.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { highlighter } from './highlight.ts';
import type { Range } from './search-result.ts';

export interface MatchedName {
  readonly text: string;
  /** What to mark in it. */
  readonly ranges: readonly Range[];
}

/** Marked, of the longer of name and query: a name that shares less with the query does not say why the document is there. */
const LEAST_AGREEMENT = 0.3;

/** The name that says most of the query and least beside it, of equals the first; undefined where none says enough. */
export function matchedName(
  names: readonly string[],
  query: string,
  engine: { readonly lexicon: Lexicon },
): MatchedName | undefined {
  const highlight = highlighter(query, engine);
  const said = lettersOf(query).length;
  let best: MatchedName | undefined;
  let most = LEAST_AGREEMENT;
  for (const text of names) {
    const ranges = highlight(text);
    const marked = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    const agreement = marked / Math.max(text.length, said);
    if (agreement <= most) continue;
    most = agreement;
    best = { text, ranges };
  }
  return best;
}
