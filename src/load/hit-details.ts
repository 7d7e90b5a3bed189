// What is worth knowing of a hit beyond its row: where its text matches, and why it stands where it stands. Apart from
// library.ts, so that the first search does not carry it.

import { lettersOf } from '../analysis/letters.ts';
import type { Article } from '../bundle/article.ts';
import { articleText } from '../bundle/article-text.ts';
import { type Excerpt, excerpt } from '../query/excerpt.ts';
import { type Explanation, explain } from '../query/explain.ts';
import { highlighter } from '../query/highlight.ts';
import type { Range, SearchOptions } from '../query/search-result.ts';
import type { Library } from './library.ts';

export type { Excerpt } from '../query/excerpt.ts';
export type { Explanation } from '../query/explain.ts';

/** Marked, of the longer of name and query: a name that shares less with the query does not say why the article is there. */
const LEAST_AGREEMENT = 0.3;

/** The part of the article that matches best, at most `length` UTF-16 units; undefined where its text matches nowhere. */
export function excerptOf(
  library: Library,
  article: Article,
  query: string,
  length: number,
): Excerpt | undefined {
  const text = articleText(article);
  const ranges = highlighter(query, library.engine)(text);
  return ranges.length === 0 ? undefined : excerpt(text, ranges, length);
}

interface MarkedName {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** The name of the article, other than its title, that says most of the query; undefined where the title says as much. */
export function otherName(
  { engine }: Pick<Library, 'engine'>,
  { title, aliases }: Pick<Article, 'title' | 'aliases'>,
  query: string,
): MarkedName | undefined {
  const highlight = highlighter(query, engine);
  const said = lettersOf(query).length;
  const agreementOf = (ranges: readonly Range[], name: string) => {
    const marked = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    return marked / Math.max(name.length, said);
  };
  let best: MarkedName | undefined;
  let most = Math.max(LEAST_AGREEMENT, agreementOf(highlight(title), title));
  for (const text of aliases) {
    const ranges = highlight(text);
    const agreement = agreementOf(ranges, text);
    if (agreement <= most) continue;
    most = agreement;
    best = { text, ranges };
  }
  return best;
}

/** One entry for each hit of the search, in its order. */
export function explainHits(library: Library, query: string, options: SearchOptions): readonly Explanation[] {
  return explain(library.engine, query, options);
}
