// What the engine asks of the tolerant search and of the texts, without either: the page answers with its first script alone,
// and the second attaches both (attachParts), as every slip of the pen can wait until then.

import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex, PairTable } from '../index/name-index.ts';
import type { CodeTable } from './code-lookup.ts';
import type { Heard, HeardIn } from './misheard-words.ts';
import type { QueryPlan } from './query-plan.ts';
import type { Tier } from './term-search.ts';

/** What was looked for tolerantly and found: to mark it in a text. */
export interface Finder {
  /** The first match in `text` between `from` and `to`, half-open, in UTF-16 units. */
  find(text: string, from: number, to: number): { readonly start: number; readonly end: number } | undefined;
}

export interface Tolerated {
  /** Document → how well its best names agree with the runs, 0 … 1. */
  readonly documents: ReadonlyMap<number, number>;
  /** Those of them whose names hold the query to the letter, wherever it stands there. */
  readonly literal: ReadonlySet<number>;
  readonly patterns: readonly Finder[];
  /** Places and characters of names looked at. */
  readonly work: number;
}

export interface Tolerance {
  /** `runs`: what no name holds as typed. */
  search(
    runs: readonly string[],
    plan: Pick<QueryPlan, 'query' | 'core'>,
    lexicon: Lexicon,
    names: NameIndex,
  ): Tolerated;
  /** Finds names faster than by reading them, at the cost of making it. */
  indexPairs(names: NameIndex): PairTable | undefined;
  /** As in CodeTable. */
  findSlip(keys: readonly string[], tiers: readonly Tier[], table: CodeTable): ReturnType<CodeTable['slip']>;
  /** As in CodeTable. */
  similarCodes(key: string, shown: readonly number[], all: readonly number[], table: CodeTable): number[];
  /** The query as names and screens would have it, where the phone that it was dictated to did not. */
  hear(query: string, index: HeardIn): Heard;
}

/** Finds nothing but what stands there as typed. */
export const intolerant: Tolerance = {
  search: () => ({ documents: new Map(), literal: new Set(), patterns: [], work: 0 }),
  indexPairs: () => undefined,
  findSlip: () => undefined,
  similarCodes: () => [],
  hear: (query) => ({ query, work: 0 }),
};

/** Which of `documents`, best first and all with every term of the query, lack one of its phrases. */
export type LackingPhrase = (plan: QueryPlan, documents: readonly number[]) => ReadonlySet<number>;

/** Takes a document with all parts of a phrase for one that holds it. */
export const lackingNone: LackingPhrase = () => new Set();
