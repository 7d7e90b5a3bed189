// The counter card as data: which codes, and until when it may hang there. Pure.

import type { Line } from '../bundle/article.ts';
import type { DocumentSummary } from '../load/library.ts';

export const CARD_ROWS = 12;

/** A longer code does not fit a row: codes of screens are short, names of interfaces are not. UTF-16 units. */
const LONGEST_CODE = 6;
const CARD_DAYS = 180;
const DAY_MS = 86_400_000;

/** The most frequent codes of this line, those of every line included; `all` takes what no line owns alone. */
export function cardDocuments(documents: Iterable<DocumentSummary>, list: Line | 'all'): DocumentSummary[] {
  return [...documents]
    .filter(({ kind, codes, lines, frequency }) => {
      const fits = kind === 'code' && frequency > 0 && (codes[0] ?? '').length <= LONGEST_CODE;
      return fits && (lines.length === 0 || (list !== 'all' && lines.includes(list)));
    })
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, CARD_ROWS);
}

/**
 * The day after which the card must go: half a year after printing, or when the first of its articles runs out. Dates are
 * `YYYY-MM-DD`; empty ones do not count.
 */
export function discardAfter(printed: number, expires: readonly string[]): string {
  const latest = isoDay(printed + CARD_DAYS * DAY_MS);
  return expires.filter((day) => day !== '').reduce((first, day) => (day < first ? day : first), latest);
}

/** The local day of a time in ms. */
export function isoDay(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
