// What a search answers. The `search` command prints it and the page draws it; both come from the very same engine.

import type { DocumentSummary } from '../index/indexed-document.ts';

export type ResultKind = 'exact-code' | 'text' | 'unknown-code' | 'none';
export type MatchKind = 'exact-code' | 'similar-code' | 'text' | 'procedure';

/** Half-open, in UTF-16 units of the original text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Hit {
  readonly document: DocumentSummary;
  /** The code that matched; else the document's first code; '' where it has none. */
  readonly code: string;
  readonly match: MatchKind;
  readonly score: number;
  /** What to mark in the title. */
  readonly titleRanges: readonly Range[];
}

export interface SearchResult {
  readonly query: string;
  /** What was searched for: the query, or what it says where the phone that it was dictated to wrote another word (前到 for 签到). */
  readonly heard: string;
  readonly kind: ResultKind;
  /** At most `limit`, best first. */
  readonly hits: readonly Hit[];
  /**
   * Whether the first hit may be opened as an answer: a code whose channel is clear, or a text one of whose names says what the
   * query says, and no hit about as good has a less lenient verdict.
   */
  readonly sure: boolean;
  /** One code, several channels, and the query did not say which: ask 刷卡/插卡 or 扫码 first. */
  readonly askChannel: boolean;
  /** Postings and places of names read: the work done, bounded for any input. */
  readonly work: number;
}

export interface SearchOptions {
  /** The merchant's line; boosts, never hides. '' for unset. */
  readonly line: string;
  /** 1 … 10. */
  readonly limit: number;
}
