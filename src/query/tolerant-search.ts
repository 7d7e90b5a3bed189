// The tolerant search over all names: for the runs of a query that no name holds as typed. It reads every name once for
// every pattern, which is bounded by MAX_SCANNED and counted as work.

import { isHan } from '../analysis/tokenizer.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { MAX_PATTERN, type Match, Pattern, type Reading } from './pattern-match.ts';
import { PRECISION_SHARE } from './rank.ts';
import type { NameTier, Tolerance } from './tolerance.ts';

/** Characters of names read for one query. */
export const MAX_SCANNED = 2_500_000;
/** Names longer than this together are not searched with an error: five times as slow, and pairs find most of it. */
const MAX_WITH_ERROR = 60_000;
/** Documents found for one pattern at most. */
const MAX_FOUND = 256;
/** Longer Han runs are sentences: one error in the whole of them is not what is wrong. */
const MAX_HAN_RUN = 12;

/** How much each way to read a run is worth beside the run as typed. */
interface Attempt {
  readonly reading: Reading;
  readonly errors: boolean;
  readonly worth: number;
}

const WHOLE: Attempt = { reading: 'whole', errors: false, worth: 0.9 };
const LOOSE: Attempt = { reading: 'loose', errors: false, worth: 0.75 };
const WITH_ERROR: Attempt = { reading: 'whole', errors: true, worth: 0.65 };

export const searchTolerantly: Tolerance = (runs, length, lexicon, tiers) => {
  const documents = new Map<number, number>();
  const patterns: Pattern[] = [];
  let work = 0;
  for (const signs of inOrder(runs)) {
    if (patterns.length > 0 && signs.length < 3) continue;
    for (const attempt of attemptsAt(signs)) {
      const pattern = new Pattern(signs, lexicon, attempt.reading, attempt.errors);
      const found = new Map<number, number>();
      work += scan(pattern, tiers, lexicon, found, attempt.errors ? MAX_WITH_ERROR : MAX_SCANNED - work);
      if (found.size === 0) continue;
      patterns.push(pattern);
      const worth = attempt.worth * Math.min(1, Math.min(signs.length, MAX_PATTERN) / length);
      for (const [document, fit] of found)
        documents.set(document, (documents.get(document) ?? 0) + fit * worth);
      break;
    }
    if (signs.length >= length && patterns.length > 0) break;
  }
  return { documents, patterns, work };
};

/** All runs joined first, since pinyin is typed with blanks as well; then the longest first. */
function inOrder(runs: readonly string[]): string[] {
  const sorted = runs.filter((run) => run.length >= 2).sort((a, b) => b.length - a.length);
  const joined = runs.join('');
  const spaced = runs.length > 1 && /^[a-z]+$/.test(joined);
  return (spaced ? [joined, ...sorted] : sorted).filter(
    (run) => !isHan(run.charCodeAt(0)) || run.length <= MAX_HAN_RUN,
  );
}

function attemptsAt(signs: string): Attempt[] {
  if (/^\d+$/.test(signs)) return [];
  const attempts = [WHOLE];
  if (/[a-z]/.test(signs)) attempts.push(LOOSE);
  const han = signs.replace(/[^\u4e00-\u9fff]/g, '').length;
  if (han >= 3) attempts.push(WITH_ERROR);
  return attempts;
}

function scan(
  pattern: Pattern,
  tiers: readonly NameTier[],
  lexicon: Lexicon,
  found: Map<number, number>,
  limit: number,
): number {
  let work = 0;
  for (const { base, segment } of tiers) {
    const text = segment.table.allNames(lexicon.simplify);
    if (work + text.length > limit) break;
    work += text.length;
    let line = 0;
    let next = text.indexOf('\n');
    for (let from = 0; found.size < MAX_FOUND; ) {
      const match = pattern.find(text, from, text.length);
      if (match === undefined) break;
      for (; next >= 0 && next < match.end; line++) next = text.indexOf('\n', next + 1);
      found.set(base + line, Math.max(found.get(base + line) ?? 0, fitOf(match, text, pattern.signs)));
      from = match.end;
    }
  }
  return work;
}

/** How much of the name the match is, as rank.ts counts it; with an error, also how many signs are really there. */
function fitOf({ start, end, errors }: Match, text: string, signs: string): number {
  let from = start;
  let to = end;
  while (from > 0 && text.charCodeAt(from - 1) >= 32) from--;
  while (to < text.length && text.charCodeAt(to) >= 32) to++;
  const fit = 1 - PRECISION_SHARE + (PRECISION_SHARE * (end - start)) / (to - from);
  if (errors === 0) return fit;
  const found = text.slice(start, end);
  const there = [...signs].filter((sign) => found.includes(sign)).length;
  return (fit * there) / signs.length;
}
