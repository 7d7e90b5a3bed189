// The text search: terms first, by the inverted index; then, where that leaves part of the query unexplained, the tolerant
// search over names; then the ranking of what both found.

import type { ChannelHint } from '../analysis/channel-words.ts';
import type { DocumentTraits } from '../index/indexed-document.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { QueryPlan } from './query-plan.ts';
import {
  agreeNames,
  allness,
  holdsAll,
  importantTerms,
  isQuestion,
  NO_AGREEMENT,
  type ScoreParts,
  sumOfParts,
} from './rank.ts';
import type { SearchOptions } from './search-result.ts';
import { type BodyTier, type Scoreboard, searchTerms, sumOf, type Tier } from './term-search.ts';
import type { Finder, LackingPhrase, Tolerance } from './tolerance.ts';

export interface TextIndex {
  readonly lexicon: Lexicon;
  readonly tolerance: Tolerance;
  readonly names: NameIndex;
  /** Words of codes. */
  readonly tiers: readonly Tier[];
  readonly bodies: readonly BodyTier[];
  readonly board: Scoreboard;
  readonly lackingPhrase: LackingPhrase;
  traitsOf(document: number): DocumentTraits;
  channelOf(document: number): string;
}

export interface ScoredDocument {
  readonly document: number;
  readonly score: number;
  readonly parts: ScoreParts;
}

export interface FoundText {
  /** Best first. */
  readonly documents: readonly ScoredDocument[];
  /** What the tolerant search looked for: to mark it. */
  readonly patterns: readonly Finder[];
  readonly work: number;
  /** Nothing says what the query says; these are the nearest. */
  readonly near: boolean;
  /** The names of the first agree with the query. */
  readonly sure: boolean;
}

/** Documents looked at name by name. */
const MAX_RANKED = 32;

/** The share of agreement (ScoreParts.names) from which on a name says what the query says. */
const NAMED = 0.5;
/** The same where the names hold a single word of the query and another hit is RIVAL as good: 能刷机吗 and 刷不了机. */
const NAMED_ALONE = 0.8;
const RIVAL = 0.85;
/** The share of the worth of the query's terms from which on several names say it together. */
const NAMED_TOGETHER = 0.8;

export function searchText(plan: QueryPlan, index: TextIndex, options: SearchOptions): FoundText {
  const { board } = index;
  const statistics = searchTerms(plan.terms, index);
  const values = plan.terms.map((term, i) =>
    term.synonym.length > 0 ? 0 : (statistics.idf[i] ?? 0) * term.weight,
  );
  const possible = values.reduce((sum, value) => sum + value, 0) || 1;
  const important = importantTerms(plan);
  const best = selectBest(board, values, possible, MAX_RANKED);
  const {
    documents: tolerated,
    literal,
    patterns,
    work,
  } = index.tolerance.search(unexplained(plan, best, board), plan, index.lexicon, index.names);
  const added = [...tolerated].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_RANKED);
  const candidates = new Set([...best, ...added.map(([document]) => document)]);
  const whole = isQuestion(plan) ? [] : best.filter((document) => holdsAll(plan, board.mask[document] ?? 0));
  const lacking = index.lackingPhrase(plan, whole);
  const scored: ScoredDocument[] = [];
  for (const document of candidates) {
    const named = board.named[document] !== 0;
    const agreement = named ? agreeNames(index.names.names(document), plan, values, possible) : NO_AGREEMENT;
    const tolerance = tolerated.get(document) ?? 0;
    const { lines, frequency } = index.traitsOf(document);
    const mask = literal.has(document) ? -1 : (board.mask[document] ?? 0);
    const parts: ScoreParts = {
      terms: (board.score[document] ?? 0) / possible,
      names: Math.min(1, Math.max(agreement.names, tolerance, (agreement.names + tolerance) * 0.8)),
      whole: agreement.whole,
      all: allness(plan, mask, lacking.has(document)),
      line: options.line !== '' && (lines.length === 0 || lines.includes(options.line)) ? 1 : 0,
      often: frequency,
      channel: isOfAnother(index.channelOf(document), plan.channel) ? -1 : 0,
    };
    scored.push({ document, score: sumOfParts(parts), parts });
  }
  scored.sort((a, b) => b.score - a.score || a.document - b.document);
  const [first, second] = scored;
  let near = true;
  let sure = false;
  if (first !== undefined) {
    const { document, parts, score } = first;
    near = ((board.mask[document] ?? 0) & important) === 0 && parts.names < 0.15 && parts.all <= 1;
    const named = board.named[document] ?? 0;
    const words = named & important;
    const isLone = words !== 0 && (words & (words - 1)) === 0;
    const isRivalled = second !== undefined && second.score >= RIVAL * score;
    sure = isNamed(parts, sumOf(values, named) / possible, isLone && isRivalled ? NAMED_ALONE : NAMED);
  }
  return { documents: scored, patterns, work: statistics.work + work, near, sure };
}

/**
 * Whether a hit may be opened as an answer: a name agrees with the query, or its names together hold `share` of what the query
 * says. What a text merely mentions is listed: tests/relevance/opened-answers.test.ts counts both.
 */
function isNamed({ names, whole }: ScoreParts, share: number, least: number): boolean {
  return names >= least || whole > 0 || share >= NAMED_TOGETHER;
}

/** The query names one payer, and the document is about another: what it says is not so there. */
function isOfAnother(channel: string, hint: ChannelHint | undefined): boolean {
  return channel !== '' && hint?.narrow === true && !hint.channels.includes(channel);
}

/** The `limit` best of the touched documents: by score × covered², of equal ones the lower number. */
function selectBest(board: Scoreboard, values: readonly number[], possible: number, limit: number): number[] {
  const best: number[] = [];
  const worth: number[] = [];
  for (let i = 0; i < board.count; i++) {
    const document = board.touched[i] ?? 0;
    const score = board.score[document] ?? 0;
    // No document is worth more than its score.
    if (best.length === limit && score < (worth[limit - 1] ?? 0)) continue;
    const value = score * (sumOf(values, board.mask[document] ?? 0) / possible) ** 2;
    let at = best.length;
    while (at > 0 && isAbove(value, document, worth[at - 1] ?? 0, best[at - 1] ?? 0)) at--;
    if (at === limit) continue;
    best.splice(at, 0, document);
    worth.splice(at, 0, value);
    if (best.length > limit) best.length = worth.length = limit;
  }
  return best;
}

function isAbove(value: number, document: number, otherValue: number, other: number): boolean {
  return value > otherValue || (value === otherValue && document < other);
}

/**
 * Runs of the query that no good document holds as typed. Where all are Latin they may be one pinyin cut by blanks, and words
 * of bodies begin like anything: then all of them, unless the names of one document hold them all.
 */
function unexplained({ runs, core }: QueryPlan, best: readonly number[], board: Scoreboard): string[] {
  const held = (masks: Uint32Array, terms: number) =>
    best.some((document) => ((masks[document] ?? 0) & terms) === terms);
  const all = runs.reduce((mask, { terms }) => mask | terms, 0);
  const spaced = runs.length > 1 && /^[a-z]+$/.test(core);
  const left =
    spaced && !held(board.named, all) ? runs : runs.filter(({ terms }) => !held(board.mask, terms));
  return left.map(({ text }) => text);
}
