// An article as lists of the journal name it: enough to draw a row while the bundle is not open, or has it no more.

import type { Article, ArticleId } from '../bundle/article.ts';
import { articleId, fields, text, time } from './record-reader.ts';

export interface ArticleMark {
  readonly articleId: ArticleId;
  readonly title: string;
  /** The first one; empty where it has none. */
  readonly code: string;
  readonly at: number;
}

export const articleMarkReader = fields<ArticleMark>({
  articleId,
  title: text(400),
  code: text(60),
  at: time,
});

export function markArticle(article: Pick<Article, 'id' | 'title' | 'codes'>, now: number): ArticleMark {
  const code = (article.codes[0] ?? '').slice(0, 60);
  return { articleId: article.id, title: article.title.slice(0, 400), code, at: now };
}

export function newestFirst<Value extends { readonly at: number }>(
  values: readonly Value[],
): readonly Value[] {
  return [...values].sort((a, b) => b.at - a.at);
}
