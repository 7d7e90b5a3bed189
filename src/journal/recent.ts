// 最近看过: the last 20 articles opened.

import type { Article } from '../bundle/article.ts';
import { type ArticleMark, articleMarkReader, markArticle, newestFirst } from './article-mark.ts';
import type { Journal } from './journal.ts';
import { keepValue, listValues, olderThanNewest, recordKind } from './record-kind.ts';

export const RECENT_LIMIT = 20;

export const recentKind = recordKind<ArticleMark>({
  prefix: 'recent/',
  version: 1,
  reader: articleMarkReader,
  nameOf: (mark) => mark.articleId,
});

/** Newest first. */
export function recentArticles(journal: Journal): readonly ArticleMark[] {
  return newestFirst(listValues(journal, recentKind)).slice(0, RECENT_LIMIT);
}

export function addRecent(
  journal: Journal,
  article: Pick<Article, 'id' | 'title' | 'codes'>,
  now: number,
): Promise<boolean> {
  const others = listValues(journal, recentKind).filter((mark) => mark.articleId !== article.id);
  const gone = olderThanNewest(others, (mark) => mark.at, RECENT_LIMIT - 1);
  return keepValue(journal, recentKind, markArticle(article, now), gone);
}
