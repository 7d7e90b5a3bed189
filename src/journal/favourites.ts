// 收藏: articles that the merchant wants at hand.

import type { Article, ArticleId } from '../bundle/article.ts';
import { type ArticleMark, articleMarkReader, markArticle, newestFirst } from './article-mark.ts';
import type { Journal } from './journal.ts';
import { keepValue, listValues, recordKind } from './record-kind.ts';

export const favouriteKind = recordKind<ArticleMark>({
  prefix: 'favourite/',
  version: 1,
  reader: articleMarkReader,
  nameOf: (mark) => mark.articleId,
});

/** Newest first. */
export function favourites(journal: Journal): readonly ArticleMark[] {
  return newestFirst(listValues(journal, favouriteKind));
}

export function isFavourite(journal: Journal, id: ArticleId): boolean {
  return favouriteKind.parse(journal.get(favouriteKind.prefix + id)) !== undefined;
}

export function toggleFavourite(
  journal: Journal,
  article: Pick<Article, 'id' | 'title' | 'codes'>,
  now: number,
): Promise<boolean> {
  return isFavourite(journal, article.id)
    ? journal.delete(favouriteKind.prefix + article.id)
    : keepValue(journal, favouriteKind, markArticle(article, now));
}
