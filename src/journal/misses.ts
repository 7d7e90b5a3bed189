// What the handbook could not answer: searches that found nothing, codes nobody knows, articles marked 没解决. Kept on this
// phone, shown to the merchant, exported only by hand; the newest 200.

import type { ArticleId } from '../bundle/article.ts';
import { newestFirst } from './article-mark.ts';
import { cleanText } from './clean-text.ts';
import type { Journal } from './journal.ts';
import { findCardNumber } from './pan.ts';
import { keepValue, listValues, olderThanNewest, recordKind } from './record-kind.ts';
import { articleId, choice, fields, line, nullable, time } from './record-reader.ts';

export const MISSES_LIMIT = 200;

const KINDS = ['nothing-found', 'unknown-code', 'unsolved'] as const;
export type MissKind = (typeof KINDS)[number];

export interface Miss {
  readonly kind: MissKind;
  /** As typed; may be empty for 没解决. */
  readonly query: string;
  /** The article that did not help. */
  readonly articleId: ArticleId | null;
  readonly at: number;
}

const QUERY = 200;
/** A longer query of the same kind within this time, in ms, is the same search, typed on. */
const TYPING_MS = 30_000;

export const missKind = recordKind<Miss>({
  prefix: 'miss/',
  version: 1,
  nameOf: ({ at, kind, query, articleId }) =>
    `${at.toString(36).padStart(8, '0')}/${kind}/${articleId ?? query}`,
  reader: fields<Miss>({ kind: choice(KINDS), query: line(QUERY), articleId: nullable(articleId), at: time }),
});

/** Newest first. */
export function misses(journal: Journal): readonly Miss[] {
  return newestFirst(listValues(journal, missKind)).slice(0, MISSES_LIMIT);
}

/** False, and nothing kept, where the query holds a card number. */
export async function addMiss(journal: Journal, miss: Miss): Promise<boolean> {
  const query = cleanText(miss.query, QUERY);
  if (findCardNumber(query) !== undefined) return false;
  const all = listValues(journal, missKind);
  const typedOn = all.filter(
    (each) =>
      each.kind === miss.kind &&
      each.articleId === miss.articleId &&
      Math.abs(miss.at - each.at) < TYPING_MS &&
      (query.startsWith(each.query) || each.query.startsWith(query)),
  );
  const others = all.filter((each) => !typedOn.includes(each));
  const gone = olderThanNewest(others, (each) => each.at, MISSES_LIMIT - 1);
  return keepValue(journal, missKind, { ...miss, query }, [...typedOn, ...gone]);
}

export function deleteMisses(journal: Journal): Promise<boolean> {
  return journal.putAll(
    [],
    listValues(journal, missKind).map((miss) => missKind.record(miss).key),
  );
}
