// Stage 1 of the text search: which documents hold which terms, scored by BM25F over two tiers. The tiers are two fields here
// (names and body); rank.ts tells titles from aliases and headings for the few documents that get so far.
//
//   score(d) = Σ over terms  weight · idf · S / (K1 + S)
//   S        = NAMES if d's names hold the term  +  BODY / (1 - B + B · length / mean length) if its body does
//   idf      = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004). Term frequencies are 0 or 1:
// in articles of a few hundred characters a repeated word says little, and counts would cost a quarter of the index.

import { isHan } from '../analysis/tokenizer.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Lists } from '../index/posting-reader.ts';
import type { TermIndex } from '../index/term-index.ts';
import type { WordIndex } from '../index/word-index.ts';
import { encodeWord } from '../index/word-terms.ts';
import type { QueryTerm } from './query-plan.ts';

/** How soon a term's worth saturates; 1.2 is the customary value (Robertson & Zaragoza 2009, §3.4). */
const K1 = 1.2;
/** How much a long body is held against it, 0 … 1; 0.75 is customary. */
const B = 0.75;
/** Field weights: a name says what a document is about, a body mentions much. Tuned on the relevance set. */
const NAMES = 4;
const BODY = 1;
/** A document that has a word by prefix only. */
const PREFIX_SHARE = 0.8;
/** A document that has a synonym only. */
const SYNONYM_SHARE = 0.5;
/** A term that occurs nowhere is a slip or the seam of two words rather than the most telling of all. */
const UNKNOWN_SHARE = 0.35;
/** Words that a prefix stands for, a segment: enough for what can be shown. */
const MAX_PREFIX_WORDS = 24;
/** The same in all segments together, two a segment at least. */
const MAX_ALL_PREFIX_WORDS = 240;
/** Postings read for one query; terms are read rarest first, so that only common ones are cut short. */
export const MAX_POSTINGS = 24_000;
/** Documents found by their names, a term. */
export const MAX_NAMES = 2_000;
/** So many names hold a first keystroke that bodies, which count for less, are not asked. */
const ENOUGH_NAMES = 64;

export interface Tier {
  readonly terms: WordIndex;
  /** Number of its first document. */
  readonly base: number;
}

export interface BodyTier extends Tier {
  readonly terms: TermIndex;
}

/** What the terms are looked up in. */
export interface TermSources {
  readonly names: NameIndex;
  /** Words of codes, which count as names. */
  readonly tiers: readonly Tier[];
  readonly bodies: readonly BodyTier[];
  readonly board: Scoreboard;
}

interface FoundTerm {
  readonly term: QueryTerm;
  /** Documents; complements of those that hold a longer word only. */
  readonly names: readonly number[];
  /** Of all bodies, one behind the other. */
  readonly lists: Lists;
  /** By index of the tier: where its lists end. */
  readonly ends: readonly number[];
  readonly frequency: number;
}

/** Scores by document, kept between queries so that a key press allocates nothing in proportion to the index. */
export class Scoreboard {
  readonly score: Float32Array;
  /** Bit mask of the typed terms that the document holds. */
  readonly mask: Uint32Array;
  /** The same for its names alone. */
  readonly named: Uint32Array;
  /** Documents with a score, in no order; the first `count` count. */
  readonly touched: Uint32Array;
  /** Of the bodies, in the steps of their files; 0 while a body is not there. */
  readonly lengths: Uint8Array;
  /** By length, as many as a byte tells apart: what a term in the body is worth before saturation. */
  readonly norms = new Float32Array(256);
  count = 0;

  constructor(documents: number) {
    this.score = new Float32Array(documents);
    this.mask = new Uint32Array(documents);
    this.named = new Uint32Array(documents);
    this.touched = new Uint32Array(documents);
    this.lengths = new Uint8Array(documents);
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) {
      const document = this.touched[i] ?? 0;
      this.score[document] = 0;
      this.mask[document] = 0;
      this.named[document] = 0;
    }
    this.count = 0;
  }

  norm(document: number): number {
    return this.norms[this.lengths[document] ?? 0] ?? 0;
  }

  add(document: number, score: number, mask: number): void {
    if (this.score[document] === 0 && this.mask[document] === 0) this.touched[this.count++] = document;
    this.score[document] = (this.score[document] ?? 0) + score;
    this.mask[document] = (this.mask[document] ?? 0) | mask;
  }
}

export interface TermStatistics {
  /** By index of the term in the plan. */
  readonly idf: readonly number[];
  /** Postings read. */
  readonly work: number;
}

/** `length`: of the body, as a share of the mean. */
export function normOf(length: number): number {
  return BODY / (1 - B + B * length);
}

/** Fills the board, cleared here. */
export function searchTerms(terms: readonly QueryTerm[], sources: TermSources): TermStatistics {
  const { board } = sources;
  board.clear();
  const total = board.score.length;
  const found = terms.map((term) => findTerm(term, sources));
  const idf = found.map(({ frequency }) => idfOf(frequency, total) * (frequency === 0 ? UNKNOWN_SHARE : 1));
  let work = 0;
  // What was typed before synonyms, which make good only what is missing; then the rarest first.
  const rank = ({ term, frequency }: FoundTerm) => frequency + (term.synonym.length > 0 ? total : 0);
  const values = terms.map((term, i) => (term.synonym.length > 0 ? 0 : (idf[i] ?? 0) * term.weight));
  for (const entry of found.filter(({ frequency }) => frequency > 0).sort((a, b) => rank(a) - rank(b))) {
    work += scoreBodies(entry, values, sources, MAX_POSTINGS - work);
    work += scoreNames(entry, values, board);
  }
  return { idf, work };
}

function idfOf(frequency: number, total: number): number {
  return Math.log(1 + Math.max(0, total - frequency + 0.5) / (frequency + 0.5));
}

function findTerm(term: QueryTerm, sources: TermSources): FoundTerm {
  const names: number[] = [];
  sources.names.find(term.term, !isHan(term.term.charCodeAt(0)), MAX_NAMES, names);
  const word = term.prefix ? encodeWord(term.term) : undefined;
  if (word !== undefined) for (const { terms, base } of sources.tiers) findInCodes(terms, word, base, names);
  const lists: Lists = [];
  const ends: number[] = [];
  let frequency = 0;
  if (term.term.length > 1 || names.length < ENOUGH_NAMES) {
    const words = Math.max(2, Math.min(MAX_PREFIX_WORDS, MAX_ALL_PREFIX_WORDS / sources.bodies.length));
    for (const { terms } of sources.bodies) {
      const start = lists.length;
      if (word !== undefined) findWords(terms, word, words, lists);
      else if (term.synonym.length > 0) findAll(term.synonym, terms, lists);
      else terms.find(term.term, lists);
      for (let i = start + 1; i < lists.length; i += 3) frequency += lists[i] ?? 0;
      ends.push(lists.length);
    }
  }
  return { term, names, lists, ends, frequency: Math.max(names.length, frequency) };
}

/** Appends the list of the rarest term of a synonym; the others are taken for granted where all of them occur. */
function findAll(synonym: readonly string[], terms: TermIndex, lists: Lists): void {
  const start = lists.length;
  let rarest: Lists = [];
  for (const term of synonym) {
    terms.find(term, lists);
    const found = lists.splice(start);
    const [, frequency] = found;
    if (frequency === undefined) return;
    if (frequency < (rarest[1] ?? Number.POSITIVE_INFINITY)) rarest = found;
  }
  lists.push(...rarest);
}

/** Lists of longer words have their first bit negated, so that one can tell them. */
function findWords(terms: WordIndex, word: Uint8Array, most: number, lists: Lists): void {
  let left = most;
  terms.scanWords(word, (exact, bit, frequency) => {
    lists.push(exact ? bit : ~bit, frequency, 0);
    return --left > 0;
  });
}

function findInCodes(terms: WordIndex, word: Uint8Array, base: number, names: number[]): void {
  let left = MAX_PREFIX_WORDS;
  terms.scanWords(word, (exact, bit, frequency) => {
    for (const document of terms.read(bit, frequency))
      names.push(exact ? base + document : ~(base + document));
    return --left > 0;
  });
}

/** Returns the postings read: lists that would go beyond `limit` are left out. */
function scoreBodies(
  { term, lists, ends }: FoundTerm,
  values: readonly number[],
  sources: TermSources,
  limit: number,
): number {
  const { board } = sources;
  const share = term.synonym.length > 0 ? SYNONYM_SHARE : 1;
  const bit = term.covers;
  const worth = sumOf(values, bit) * share;
  let work = 0;
  for (let tier = 0, i = 0; tier < ends.length; tier++) {
    for (; i < (ends[tier] ?? 0); i += 3) {
      const at = lists[i] ?? 0;
      const count = lists[i + 1] ?? 0;
      const source = sources.bodies[tier];
      if (source === undefined || work + count > limit) continue;
      work += count;
      const { base, terms } = source;
      const { postings } = terms;
      const found = terms.load(at < 0 ? ~at : at, count, lists[i + 2] ?? 0);
      const part = at < 0 ? PREFIX_SHARE : 1;
      for (let j = 0; j < found; j++) {
        const document = base + (postings[j] ?? 0);
        const missing = bit & ~(board.mask[document] ?? 0);
        if (missing === 0) continue;
        const value = missing === bit ? worth : sumOf(values, missing) * share;
        const norm = board.norm(document);
        board.add(document, (value * part * norm) / (K1 + norm), bit);
      }
    }
  }
  return work;
}

/**
 * After the bodies: where the names hold the term as well, its worth there is what both fields together are worth, less the
 * body's, so that the sum is BM25F's and not the sum of two fields saturated apart.
 */
function scoreNames({ term, names }: FoundTerm, values: readonly number[], board: Scoreboard): number {
  const share = term.synonym.length > 0 ? SYNONYM_SHARE : 1;
  const bit = term.covers;
  for (const found of names) {
    const document = found < 0 ? ~found : found;
    const named = board.named[document] ?? 0;
    if ((named & bit) === bit) continue;
    const body = ((board.mask[document] ?? 0) & bit) === bit ? board.norm(document) : 0;
    const both = NAMES + body;
    const part = found < 0 ? PREFIX_SHARE * share : share;
    const value = sumOf(values, bit & ~named);
    board.add(document, value * part * (both / (K1 + both) - body / (K1 + body)), bit);
    board.named[document] = named | bit;
  }
  return names.length;
}

/** The sum of the values whose bits are set in `mask`. */
export function sumOf(values: readonly number[], mask: number): number {
  let sum = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += values[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}
