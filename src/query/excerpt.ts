// A window on a long text where most of it is marked.

import type { Range } from './search-result.ts';

export interface Excerpt {
  readonly text: string;
  /** Where it begins in the original, in UTF-16 units. */
  readonly start: number;
  /** Into `text`. */
  readonly ranges: readonly Range[];
}

const STOPS = /[。!?;,、\n!?;,]/;

/**
 * At most `length` UTF-16 units of `text` with as many marked units as possible, the earliest such window; it begins after a
 * stop where one is near, and cuts no surrogate pair. `ranges` ascending and disjoint.
 */
export function excerpt(text: string, ranges: readonly Range[], length: number): Excerpt {
  let best = 0;
  let most = -1;
  ranges.forEach((first, i) => {
    let marked = 0;
    for (let j = i; j < ranges.length; j++) {
      const range = ranges[j];
      if (range === undefined || range.end > first.start + length) break;
      marked += range.end - range.start;
    }
    if (marked > most) {
      most = marked;
      best = first.start;
    }
  });
  const start = startNear(text, best, length);
  let end = Math.min(text.length, start + length);
  if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) end--;
  const inside = ranges.filter((range) => range.start >= start && range.end <= end);
  return {
    text: text.slice(start, end),
    start,
    ranges: inside.map((range) => ({ start: range.start - start, end: range.end - start })),
  };
}

/** A quarter of the window may stand before the first mark. */
function startNear(text: string, mark: number, length: number): number {
  const earliest = Math.max(0, mark - Math.floor(length / 4));
  if (earliest === 0) return 0;
  for (let at = earliest; at < mark; at++) if (STOPS.test(text[at - 1] ?? '')) return at;
  return isHighSurrogate(text.charCodeAt(earliest - 1)) ? earliest + 1 : earliest;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
