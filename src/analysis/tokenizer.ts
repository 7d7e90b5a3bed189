// Text → tokens, the same at build and at query time. Han text is cut into overlapping pairs, because no dictionary knows
// 签购单 or 批上送, and a word index misses what is typed across its word borders; everything else into words.
//
//   POS机缺纸了  →  pos · 机 · 缺纸 · 纸了        (and 了, the last character of its run, for one-character queries)
//
// A Han character is U+4E00 … U+9FFF; rarer ones are treated as words of one character. Text must be folded first.

import { isPlain } from './letters.ts';

export interface Token {
  readonly term: string;
  /** Half-open, in UTF-16 units of the text given. */
  readonly start: number;
  readonly end: number;
  /** A single Han character that ends a run of two or more: the pair before it holds it already. */
  readonly tail: boolean;
}

const PLAIN_WORD = /[\u4e00-\u9fff]+|[a-z]{3,}(?=[0-9])|[A-Za-z0-9]+/g;
const WORD = /[\u4e00-\u9fff]+|[a-z]{3,}(?=[0-9])|(?:(?![\u4e00-\u9fff])[\p{L}\p{N}])+/gu;

/** Longer words are cut: a term is a word of at most this many UTF-16 units. */
export const MAX_WORD = 40;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(isPlain(text) ? PLAIN_WORD : WORD)) {
    const run = match[0];
    const start = match.index;
    if (!isHan(run.charCodeAt(0))) {
      tokens.push({ term: run.slice(0, MAX_WORD), start, end: start + run.length, tail: false });
      continue;
    }
    for (let i = 0; i + 1 < run.length; i++) {
      tokens.push({ term: run.slice(i, i + 2), start: start + i, end: start + i + 2, tail: false });
    }
    const last = start + run.length - 1;
    tokens.push({ term: run.slice(-1), start: last, end: last + 1, tail: run.length > 1 });
  }
  return tokens;
}

export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
