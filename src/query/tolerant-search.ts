// The tolerant search over all names: for the runs of a query that no name holds as typed. It looks where the beginning of a
// pattern, as it is read, can stand (initial-index.ts), and for a pattern with an error where a part of it stands that the
// error spares. Bounded by MAX_SCANNED and counted as work.

import { isHan } from '../analysis/tokenizer.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import { NamePairs } from '../index/name-pairs.ts';
import { MAX_UNITS, overlapNames } from './character-overlap.ts';
import { type InitialIndex, initialIndexOf } from './initial-index.ts';
import { hearWords } from './misheard-words.ts';
import { findSlip } from './near-codes.ts';
import { MAX_PATTERN, type Match, Pattern, type Reading } from './pattern-match.ts';
import { PRECISION_SHARE } from './rank.ts';
import { similarCodes } from './similar-codes.ts';
import { writeSpokenCodes } from './spoken-codes.ts';
import type { Finder, Tolerance } from './tolerance.ts';

/** Places and signs of names looked at for one query. */
export const MAX_SCANNED = 60_000;
/** Documents found for one pattern at most. */
const MAX_FOUND = 256;
/** Longer Han runs are sentences: one error in the whole of them is not what is wrong. */
const MAX_HAN_RUN = 12;

/** Shorter runs are too near one another to forgive an error. */
const MIN_HAN = 3;
const MIN_LETTERS = 5;
/** Shorter pieces stand anywhere. */
const MIN_LITERAL = 3;

/** How much each way to read a run is worth beside the run as typed. */
interface Attempt {
  readonly reading: Reading;
  readonly errors: boolean;
  readonly worth: number;
}

const WHOLE: Attempt = { reading: 'whole', errors: false, worth: 1 };
const LOOSE: Attempt = { reading: 'loose', errors: false, worth: 0.75 };
const WITH_ERROR: Attempt = { reading: 'whole', errors: true, worth: 0.4 };

/** How much it is worth to have the characters of the query, in whatever order. */
const OVERLAP = 1;
/** The same beside a run that was found with an error: that may be chance. */
const OVERLAP_BESIDE = 0.5;

const search: Tolerance['search'] = (runs, { query, core: { length } }, lexicon, names) => {
  const index = runs.length > 0 ? initialIndexOf(names, lexicon) : undefined;
  const documents = new Map<number, number>();
  const patterns: Finder[] = [];
  let work = findLiterally(query, names, documents);
  const literal = new Set(documents.keys());
  if (work > 0) patterns.push(finderOf(query));
  let certain = false;
  for (const signs of inOrder(runs)) {
    if (index === undefined) break;
    if (patterns.length > 0 && signs.length < 3) continue;
    for (const attempt of attemptsAt(signs)) {
      const pattern = new Pattern(signs, lexicon, attempt.reading, attempt.errors);
      const found = new Map<number, number>();
      work += attempt.errors
        ? probeParts(pattern, lexicon, names, index, found, MAX_SCANNED - work)
        : probe(pattern, names, index, found, MAX_SCANNED - work);
      if (found.size === 0) continue;
      patterns.push(pattern);
      certain ||= !attempt.errors;
      const worth = attempt.worth * Math.min(1, Math.min(signs.length, MAX_PATTERN) / length);
      for (const [document, fit] of found)
        documents.set(document, (documents.get(document) ?? 0) + fit * worth);
      break;
    }
    if (signs.length >= length && patterns.length > 0) break;
  }
  if (certain) return { documents, literal, patterns, work };
  const overlap = overlapNames(runs, names);
  const worth = patterns.length > 0 ? OVERLAP_BESIDE : OVERLAP;
  const share = (worth * runs.reduce((sum, run) => sum + run.length, 0)) / length;
  for (const [document, fit] of overlap.documents)
    documents.set(document, (documents.get(document) ?? 0) + share * fit);
  return { documents, literal, patterns, work: work + overlap.work };
};

/**
 * Names that hold the query to the letter, wherever it stands there: a piece of a word (Targe in AfterTargets), signs between words
 * (第1步:), which terms know nothing of. Returns the places found.
 */
function findLiterally(query: string, names: NameIndex, documents: Map<number, number>): number {
  const { text } = names;
  if (query.length < MIN_LITERAL || text.length > MAX_UNITS || !/[^\u4e00-\u9fff]/.test(query)) return 0;
  let places = 0;
  for (let start = text.indexOf(query); start >= 0 && places < MAX_FOUND; places++) {
    const end = start + query.length;
    const document = names.documentAt(start);
    const fit = fitOf({ start, end, errors: 0 }, text, query);
    documents.set(document, Math.max(documents.get(document) ?? 0, fit));
    start = text.indexOf(query, end);
  }
  return places;
}

function finderOf(query: string): Finder {
  return {
    find(text, from, to) {
      const start = text.indexOf(query, from);
      const end = start + query.length;
      return start < 0 || end > to ? undefined : { start, end };
    },
  };
}

/** Everything that forgives, and what makes many look-ups faster: attached to the engine by whoever has time for it. */
export const tolerance: Tolerance = {
  search,
  indexPairs: (names) => new NamePairs(names),
  findSlip,
  similarCodes,
  hear: (query, index) => hearWords(writeSpokenCodes(query), index),
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
  if (han >= MIN_HAN || (han === 0 && signs.length >= MIN_LETTERS)) attempts.push(WITH_ERROR);
  return attempts;
}

/** Returns the places looked at. */
function probe(
  pattern: Pattern,
  names: NameIndex,
  index: InitialIndex,
  found: Map<number, number>,
  limit: number,
): number {
  let work = 0;
  index.visit(pattern, (start) => {
    work++;
    const end = pattern.endAt(names.text, start);
    if (end >= 0) note({ start, end, errors: 0 }, pattern, names, found);
    return work < limit && found.size < MAX_FOUND;
  });
  return work;
}

/**
 * One sign wrong, missing, extra, or swapped with the next leaves either all before `cut` as it is or all behind it, whatever
 * it does to the sign at `cut`. So the names are read around places of these two parts only. Returns what `probe` returns.
 */
function probeParts(
  pattern: Pattern,
  lexicon: Lexicon,
  names: NameIndex,
  index: InitialIndex,
  found: Map<number, number>,
  limit: number,
): number {
  const { signs } = pattern;
  const { text } = names;
  const cut = signs.length >> 1;
  let work = 0;
  for (const from of [0, cut + 1]) {
    const part = new Pattern(signs.slice(from, from === 0 ? cut : undefined), lexicon, 'whole', false);
    index.visit(part, (start) => {
      work++;
      if (part.endAt(text, start) >= 0) {
        const first = Math.max(0, from === 0 ? start : start - from - 1);
        const last = Math.min(text.length, start + signs.length - from + 1);
        const match = pattern.find(text, first, last);
        if (match !== undefined) note(match, pattern, names, found);
        work += signs.length;
      }
      return work < limit && found.size < MAX_FOUND;
    });
  }
  return work;
}

function note(match: Match, pattern: Pattern, names: NameIndex, found: Map<number, number>): void {
  const document = names.documentAt(match.start);
  const fit = fitOf(match, names.text, pattern.signs);
  found.set(document, Math.max(found.get(document) ?? 0, fit));
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
