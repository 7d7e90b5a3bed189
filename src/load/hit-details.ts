// What is worth knowing of a hit beyond its row: where its text matches, and why it stands where it stands. Apart from
// library.ts, so that the first search does not carry it.

import type { Article } from '../bundle/article.ts';
import { articleText } from '../bundle/article-text.ts';
import { type Excerpt, excerpt } from '../query/excerpt.ts';
import { type Explanation, explain } from '../query/explain.ts';
import { highlighter } from '../query/highlight.ts';
import { type MatchedName, matchedName } from '../query/matched-name.ts';
import type { SearchOptions } from '../query/search-result.ts';
import type { Library } from './library.ts';

export type { Excerpt } from '../query/excerpt.ts';
export type { Explanation } from '../query/explain.ts';

// Queries here are what was searched for: SearchResult.heard.

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

/** The name of the article, other than its title, that it was found by; undefined where the title says as much of the query. */
export function otherName(
  library: Library,
  { id, aliases }: Article,
  query: string,
): MatchedName | undefined {
  return matchedName(id, aliases, query, library.engine);
}

/** One entry for each hit of the search, in its order. */
export function explainHits(library: Library, query: string, options: SearchOptions): readonly Explanation[] {
  return explain(library.engine, query, options);
}
