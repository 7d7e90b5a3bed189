// Stage 1 of the text search: which documents hold which terms, scored by BM25F over two tiers. The tiers are two fields here
// (names and body); rank.ts tells titles from aliases and headings for the few documents that get so far.
//
//   score(d) = Σ over terms  weight · idf · S / (K1 + S)
//   S        = NAMES if d's names hold the term  +  BODY / (1 - B + B · length / mean length) if its body does
//   idf      = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004). Term frequencies are 0 or 1:
// in articles of a few hundred characters a repeated word says little, and counts would cost a quarter of the index.

import type { Lists } from '../index/block-directory.ts';
import type { TermIndex } from '../index/term-index.ts';
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
const SYNONYM_SHARE = 0.85;
/** A term that occurs nowhere is a slip or the seam of two words rather than the most telling of all. */
const UNKNOWN_SHARE = 0.35;
/** Words that a prefix stands for, a segment: enough for what can be shown. */
const MAX_PREFIX_WORDS = 24;
/** Postings read for one query; terms are read rarest first, so that only common ones are cut short. */
export const MAX_POSTINGS = 60_000;

export interface Tier {
  readonly terms: TermIndex;
  /** Number of its first document. */
  readonly base: number;
}

interface FoundLists {
  readonly tier: Tier;
  readonly lists: Lists;
}

interface FoundTerm {
  readonly term: QueryTerm;
  readonly names: readonly FoundLists[];
  readonly bodies: readonly FoundLists[];
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
  count = 0;

  constructor(documents: number) {
    this.score = new Float32Array(documents);
    this.mask = new Uint32Array(documents);
    this.named = new Uint32Array(documents);
    this.touched = new Uint32Array(documents);
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

/** Fills `board` (cleared here). `lengths` and `meanLength` are of bodies, in terms; a length of 0 is not known. */
export function searchTerms(
  terms: readonly QueryTerm[],
  names: readonly Tier[],
  bodies: readonly Tier[],
  board: Scoreboard,
  lengths: (document: number) => number,
  meanLength: number,
): TermStatistics {
  board.clear();
  const total = board.score.length;
  const found = terms.map((term) => findTerm(term, names, bodies));
  const idf = found.map(({ frequency }) => idfOf(frequency, total) * (frequency === 0 ? UNKNOWN_SHARE : 1));
  const norm = (document: number) => BODY / (1 - B + (B * lengths(document)) / meanLength);
  let work = 0;
  // What was typed before synonyms, which make good only what is missing; then the rarest first.
  const rank = ({ term, frequency }: FoundTerm) => frequency + (term.synonym.length > 0 ? total : 0);
  const values = terms.map((term, i) => (term.synonym.length > 0 ? 0 : (idf[i] ?? 0) * term.weight));
  for (const entry of found.filter(({ frequency }) => frequency > 0).sort((a, b) => rank(a) - rank(b))) {
    work += scoreTerm(entry, values, board, norm, MAX_POSTINGS - work);
  }
  return { idf, work };
}

function idfOf(frequency: number, total: number): number {
  return Math.log(1 + Math.max(0, total - frequency + 0.5) / (frequency + 0.5));
}

function findTerm(term: QueryTerm, names: readonly Tier[], bodies: readonly Tier[]): FoundTerm {
  const inNames = findLists(term, names);
  const inBodies = findLists(term, bodies);
  return {
    term,
    names: inNames.found,
    bodies: inBodies.found,
    frequency: Math.max(inNames.sum, inBodies.sum),
  };
}

function findLists(term: QueryTerm, tiers: readonly Tier[]): { found: FoundLists[]; sum: number } {
  const found: FoundLists[] = [];
  let sum = 0;
  for (const tier of tiers) {
    const lists = term.synonym.length > 0 ? findAll(term.synonym, tier.terms) : tier.terms.find(term.term);
    if (term.prefix) addPrefix(term.term, tier.terms, lists);
    if (lists.length === 0) continue;
    found.push({ tier, lists });
    for (let i = 1; i < lists.length; i += 2) sum += lists[i] ?? 0;
  }
  return { found, sum };
}

/** The list of the rarest term of a synonym; the other terms are taken for granted where all of them occur. */
function findAll(synonym: readonly string[], terms: TermIndex): Lists {
  let rarest: Lists = [];
  for (const term of synonym) {
    const lists = terms.find(term);
    if (lists.length === 0) return [];
    if (rarest.length === 0 || (lists[1] ?? 0) < (rarest[1] ?? 0)) rarest = lists;
  }
  return rarest;
}

/** Lists by prefix stand behind the exact one, their first bit negated, so that one can tell them. */
function addPrefix(prefix: string, terms: TermIndex, lists: Lists): void {
  let left = MAX_PREFIX_WORDS;
  terms.scanWords(prefix, (word, bit, frequency) => {
    if (word !== prefix) lists.push(-bit - 1, frequency);
    return --left > 0;
  });
}

function scoreTerm(
  found: FoundTerm,
  values: readonly number[],
  board: Scoreboard,
  norm: (document: number) => number,
  limit: number,
): number {
  const share = found.term.synonym.length > 0 ? SYNONYM_SHARE : 1;
  const bit = found.term.covers;
  let work = 0;
  const read = (from: readonly FoundLists[], add: (document: number, share: number) => void) => {
    for (const { tier, lists } of from) {
      for (let i = 0; i + 1 < lists.length; i += 2) {
        const at = lists[i] ?? 0;
        const count = lists[i + 1] ?? 0;
        if (work + count > limit) continue;
        work += count;
        const documents = tier.terms.read(at < 0 ? -at - 1 : at, count);
        for (let j = 0; j < documents.length; j++) {
          add(tier.base + (documents[j] ?? 0), at < 0 ? PREFIX_SHARE * share : share);
        }
      }
    }
  };
  // Bodies first: where the names hold the term as well, its worth there is what both fields together are worth, less the
  // body's, so that the sum is BM25F's and not the sum of two fields saturated apart.
  read(found.bodies, (document, part) => {
    const missing = bit & ~(board.mask[document] ?? 0);
    if (missing === 0) return;
    const weight = norm(document);
    const value = sumOf(values, missing);
    board.add(document, (value * part * weight) / (K1 + weight), bit);
  });
  read(found.names, (document, part) => {
    const named = board.named[document] ?? 0;
    if ((named & bit) === bit) return;
    const body = ((board.mask[document] ?? 0) & bit) === bit ? norm(document) : 0;
    const both = NAMES + body;
    const value = sumOf(values, bit & ~named);
    board.add(document, value * part * (both / (K1 + both) - body / (K1 + body)), bit);
    board.named[document] = named | bit;
  });
  return work;
}

/** The sum of the values whose bits are set in `mask`. */
export function sumOf(values: readonly number[], mask: number): number {
  let sum = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += values[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}
