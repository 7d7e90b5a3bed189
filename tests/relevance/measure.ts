// How well a search answers the judgements of judgements.ndjson: success@1, success@3 and the mean reciprocal rank of the first
// accepted article among ten (MRR@10; Voorhees, TREC-8 QA), by kind of query and by split. Pure: it is given the text of the file
// and a search, so the test, the table and the benchmark measure alike.
//
// The compiler cannot check: nobody looks at single queries of the held-out split while changing the engine. A query belongs to a
// split by its hash, so that the split is not chosen by hand and a query never moves from one to the other.

import type { MatchKind, ResultKind, SearchResult } from '../../src/query/search-result.ts';

export type Split = 'tune' | 'held-out';

/** One line of judgements.ndjson. */
export interface Judgement {
  readonly query: string;
  /** Articles that truly help, the best first. Not empty. */
  readonly accept: readonly string[];
  readonly kind: string;
  /** Must not stand above the first accepted one: what the number or the channel word does not mean. */
  readonly reject: readonly string[];
  /** Must be among the hits: every owner of a code that needs a channel, the look-alikes of an unknown one. */
  readonly present: readonly string[];
  /** The merchant's line; '' for unset. */
  readonly line: string;
  readonly split: Split;
}

/** What a search answered, as far as it is judged. */
export interface Answer {
  readonly kind: ResultKind;
  readonly askChannel: boolean;
  /** Best first. */
  readonly hits: readonly { readonly id: string; readonly match: MatchKind }[];
}

export type Search = (judgement: Judgement) => Answer;

export interface Figures {
  readonly kind: string;
  readonly split: Split;
  readonly queries: number;
  /** Shares, 0 … 1. */
  readonly success1: number;
  readonly success3: number;
  readonly mrr: number;
}

/** A judgement whose first hit is not accepted. */
export interface Miss {
  readonly judgement: Judgement;
  /** Of the first accepted article, 1 … 10; 0 where there is none or a rule is broken. */
  readonly rank: number;
  /** Which rule of the kind is broken; '' for none. */
  readonly broken: string;
  readonly answer: Answer;
}

export interface Measurement {
  /** Kinds in the order of the file, tune before held-out. A kind without a query in a split has no figures there. */
  readonly figures: readonly Figures[];
  readonly misses: readonly Miss[];
}

export const SPLITS: readonly Split[] = ['tune', 'held-out'];
const TUNE_PERCENT = 60;
const LAST_RANK = 10;

/** FNV-1a of the UTF-8 bytes, finished as in MurmurHash3 so that all bits count. */
export function splitOf(query: string): Split {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(query)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100 < TUNE_PERCENT ? 'tune' : 'held-out';
}

/** Throws on a line that is not a judgement, naming its number: the file is our own. */
export function parseJudgements(ndjson: string): Judgement[] {
  const judgements: Judgement[] = [];
  ndjson.split('\n').forEach((line, i) => {
    if (line === '') return;
    const value: unknown = JSON.parse(line);
    if (!isJudgementLine(value)) throw new Error(`judgements.ndjson:${i + 1}: not a judgement: ${line}`);
    judgements.push({ reject: [], present: [], line: '', ...value });
  });
  return judgements;
}

type JudgementLine = Omit<Judgement, 'reject' | 'present' | 'line'> & Partial<Judgement>;

function isJudgementLine(value: unknown): value is JudgementLine {
  if (typeof value !== 'object' || value === null) return false;
  const { query, accept, kind, split, reject = [], present = [], line = '', ...rest } = Object(value);
  return (
    typeof query === 'string' &&
    query !== '' &&
    typeof kind === 'string' &&
    typeof line === 'string' &&
    (split === 'tune' || split === 'held-out') &&
    [accept, reject, present].every(
      (ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'),
    ) &&
    accept.length > 0 &&
    Object.keys(rest).length === 0
  );
}

export function answerOf({ kind, askChannel, hits }: SearchResult): Answer {
  return { kind, askChannel, hits: hits.map(({ document, match }) => ({ id: document.id, match })) };
}

/** 1 … 10, or 0 where none of the first ten is accepted. */
export function firstAccepted(judgement: Judgement, ids: readonly string[]): number {
  return ids.slice(0, LAST_RANK).findIndex((id) => judgement.accept.includes(id)) + 1;
}

/**
 * What is wrong with an answer whatever its ranks: a rejected article on top, an owner or look-alike that is missing, a
 * number taken for a code, an unknown code answered as a known one. '' where nothing is.
 */
export function brokenRule(judgement: Judgement, answer: Answer): string {
  const ids = answer.hits.map(({ id }) => id);
  const above = firstAccepted(judgement, ids) - 1;
  const rejected = judgement.reject.find((id) => ids.slice(0, above < 0 ? ids.length : above).includes(id));
  if (rejected !== undefined) return `rejected ${rejected} stands above`;
  const wanted: MatchKind = judgement.kind === 'several-channels' ? 'exact-code' : 'similar-code';
  const missing = judgement.present.find(
    (present) => !answer.hits.some(({ id, match }) => id === present && match === wanted),
  );
  if (missing !== undefined) return `${missing} is not shown as ${wanted}`;
  return brokenKind(judgement.kind, answer);
}

function brokenKind(kind: string, answer: Answer): string {
  switch (kind) {
    case 'code-spelling':
      return answer.kind === 'exact-code' ? '' : `answered as ${answer.kind}`;
    case 'several-channels':
      if (answer.kind !== 'exact-code') return `answered as ${answer.kind}`;
      return answer.askChannel ? '' : 'does not ask for the channel';
    case 'number-not-code':
      return answer.kind === 'exact-code' || answer.kind === 'unknown-code'
        ? `answered as ${answer.kind}`
        : '';
    case 'unknown-code':
    case 'unknown-name': {
      const safe = answer.kind === 'unknown-code' || (kind === 'unknown-name' && answer.kind === 'none');
      if (!safe) return `answered as ${answer.kind}`;
      const plain = answer.hits.find(({ match }) => match === 'text' || match === 'exact-code');
      return plain === undefined ? '' : `${plain.id} is shown as a plain hit`;
    }
    default:
      return '';
  }
}

export function measure(judgements: readonly Judgement[], search: Search): Measurement {
  const ranks = new Map<string, number[]>();
  const misses: Miss[] = [];
  for (const judgement of judgements) {
    const answer = search(judgement);
    const broken = brokenRule(judgement, answer);
    const found = firstAccepted(
      judgement,
      answer.hits.map(({ id }) => id),
    );
    const rank = broken === '' ? found : 0;
    if (rank !== 1) misses.push({ judgement, rank, broken, answer });
    const key = keyOf(judgement.kind, judgement.split);
    const list = ranks.get(key);
    if (list === undefined) ranks.set(key, [rank]);
    else list.push(rank);
  }
  const kinds = [...new Set(judgements.map(({ kind }) => kind))];
  const figures = kinds.flatMap((kind) =>
    SPLITS.flatMap((split) => {
      const list = ranks.get(keyOf(kind, split));
      return list === undefined ? [] : [figuresOf(kind, split, list)];
    }),
  );
  return { figures, misses };
}

/** Figures over several kinds at once, each query counted once. */
export function total(figures: readonly Figures[], kind: string, split: Split): Figures {
  const chosen = figures.filter((row) => row.split === split);
  const queries = chosen.reduce((sum, row) => sum + row.queries, 0);
  const mean = (pick: (row: Figures) => number) =>
    queries === 0 ? 0 : chosen.reduce((sum, row) => sum + pick(row) * row.queries, 0) / queries;
  return {
    kind,
    split,
    queries,
    success1: mean((row) => row.success1),
    success3: mean((row) => row.success3),
    mrr: mean((row) => row.mrr),
  };
}

function keyOf(kind: string, split: Split): string {
  return `${kind} ${split}`;
}

function figuresOf(kind: string, split: Split, ranks: readonly number[]): Figures {
  const share = (good: (rank: number) => boolean) => ranks.filter(good).length / ranks.length;
  return {
    kind,
    split,
    queries: ranks.length,
    success1: share((rank) => rank === 1),
    success3: share((rank) => rank >= 1 && rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length,
  };
}
