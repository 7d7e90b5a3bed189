// What of a folded text a query marks. Offsets are into the original: folding keeps the length.

import { EMPTY_WEIGHT, type QueryPlan } from './query-plan.ts';
import type { Range } from './search-result.ts';
import type { Finder } from './tolerance.ts';

/** Ranges marked in one text at most. */
const MAX_RANGES = 64;

/** `folded` has the offsets of the original. Ranges are ascending, disjoint and not empty. */
export function markMatches(folded: string, plan: QueryPlan, patterns: readonly Finder[]): Range[] {
  const found: Range[] = [];
  const important = plan.terms.some((term) => term.weight > EMPTY_WEIGHT);
  for (const term of plan.terms) {
    if (important && term.weight <= EMPTY_WEIGHT) continue;
    markTerm(folded, term.term, term.prefix, found);
  }
  if (found.length === 0) {
    for (const pattern of patterns) markPattern(folded, pattern, found);
  }
  return join(found);
}

function markTerm(folded: string, term: string, word: boolean, found: Range[]): void {
  let at = folded.indexOf(term);
  while (at >= 0 && found.length < 4 * MAX_RANGES) {
    const inside = word && /[a-z0-9]/.test(folded[at - 1] ?? '');
    if (!inside) found.push({ start: at, end: at + term.length });
    at = folded.indexOf(term, at + term.length);
  }
}

function markPattern(folded: string, pattern: Finder, found: Range[]): void {
  for (let from = 0; found.length < MAX_RANGES; ) {
    const match = pattern.find(folded, from, folded.length);
    if (match === undefined) return;
    found.push({ start: match.start, end: match.end });
    from = match.end;
  }
}

function join(ranges: Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined.slice(0, MAX_RANGES);
}
