// The text search: terms first, by the inverted index; then, where that leaves part of the query unexplained, the tolerant
// search over names; then the ranking of what both found.

import type { DocumentTable } from '../index/document-table.ts';
import type { DocumentSummary } from '../index/indexed-document.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { MAX_PATTERN, Pattern } from './pattern-match.ts';
import { EMPTY_WEIGHT, type QueryPlan } from './query-plan.ts';
import { agreeNames, importantTerms, type ScoreParts, sumOfParts } from './rank.ts';
import type { SearchOptions } from './search-result.ts';
import { type Scoreboard, searchTerms, type Tier } from './term-search.ts';

export interface TextIndex {
  readonly lexicon: Lexicon;
  readonly names: readonly (Tier & { readonly segment: { readonly table: DocumentTable } })[];
  readonly bodies: readonly Tier[];
  readonly board: Scoreboard;
  readonly meanLength: number;
  readonly lengthOf: (document: number) => number;
  summaryOf(document: number): DocumentSummary;
  tierOf(document: number): Tier & { readonly segment: { readonly table: DocumentTable } };
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
  readonly patterns: readonly Pattern[];
  readonly work: number;
  /** Nothing says what the query says; these are the nearest. */
  readonly near: boolean;
}

/** Documents looked at name by name. */
const MAX_RANKED = 48;
/** Characters of names that the tolerant search reads for one query. */
export const MAX_SCANNED = 4_000_000;
/** Documents that the tolerant search adds at most. */
const MAX_TOLERATED = 200;

export function searchText(plan: QueryPlan, index: TextIndex, options: SearchOptions): FoundText {
  const { board } = index;
  const statistics = searchTerms(
    plan.terms,
    index.names,
    index.bodies,
    board,
    index.lengthOf,
    index.meanLength,
  );
  const values = plan.terms.map((term, i) =>
    term.synonym.length > 0 ? 0 : (statistics.idf[i] ?? 0) * term.weight,
  );
  const possible = values.reduce((sum, value) => sum + value, 0) || 1;
  const important = importantTerms(plan);
  const covered = (document: number) => shareOf(values, board.mask[document] ?? 0) / possible;
  const order = (document: number) => ((board.score[document] ?? 0) / possible) * (0.2 + covered(document));
  const best = selectBest(board, order, MAX_RANKED);
  const tolerated = new Map<number, number>();
  let work = statistics.work;
  const patterns: Pattern[] = [];
  if (!best.some((document) => ((board.named[document] ?? 0) & important) === important && important !== 0)) {
    work += tolerate(plan, index, tolerated, patterns);
  }
  const candidates = new Set([...best, ...tolerated.keys()]);
  const scored: ScoredDocument[] = [];
  for (const document of candidates) {
    const tier = index.tierOf(document);
    const names = tier.segment.table.names(document - tier.base, index.lexicon.simplify);
    const agreement = agreeNames(names, plan, values);
    const tolerance = tolerated.get(document) ?? 0;
    const summary = index.summaryOf(document);
    const mask = board.mask[document] ?? 0;
    const parts: ScoreParts = {
      terms: (board.score[document] ?? 0) / possible,
      names: Math.max(agreement.names, tolerance),
      whole: agreement.whole,
      all: important !== 0 && (mask & important) === important ? 1 : 0,
      line:
        options.line !== '' && (summary.lines.length === 0 || summary.lines.includes(options.line)) ? 1 : 0,
      often: summary.frequency,
    };
    scored.push({ document, score: sumOfParts(parts), parts });
  }
  scored.sort((a, b) => b.score - a.score || a.document - b.document);
  const first = scored[0];
  const near = first === undefined || (covered(first.document) < 0.2 && first.parts.names < 0.2);
  return { documents: scored, patterns, work, near };
}

function shareOf(values: readonly number[], mask: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if ((mask >>> i) & 1) sum += values[i] ?? 0;
  return sum;
}

/** The `limit` best of the touched documents. */
function selectBest(board: Scoreboard, order: (document: number) => number, limit: number): number[] {
  const best: { document: number; value: number }[] = [];
  let least = 0;
  for (let i = 0; i < board.count; i++) {
    const document = board.touched[i] ?? 0;
    const value = order(document);
    if (best.length >= limit && value <= least) continue;
    best.push({ document, value });
    if (best.length >= 2 * limit) {
      best.sort((a, b) => b.value - a.value || a.document - b.document).length = limit;
      least = best[limit - 1]?.value ?? 0;
    }
  }
  return best
    .sort((a, b) => b.value - a.value || a.document - b.document)
    .slice(0, limit)
    .map(({ document }) => document);
}

function tolerate(
  plan: QueryPlan,
  index: TextIndex,
  found: Map<number, number>,
  patterns: Pattern[],
): number {
  let work = 0;
  const total = plan.core.length;
  const runs = plan.runs.filter((run) => run.length >= 2);
  const joined =
    runs.length > 1 && plan.core.length <= MAX_PATTERN && /^[a-z]/.test(plan.core) ? [plan.core] : [];
  for (const signs of [...joined, ...runs]) {
    for (const [reading, errors, quality] of attempts(signs)) {
      const pattern = new Pattern(signs, index.lexicon, reading, errors);
      const before = found.size;
      work += scan(pattern, index, found, quality * Math.min(1, signs.length / total), MAX_SCANNED - work);
      if (found.size > before) {
        patterns.push(pattern);
        break;
      }
    }
    if (patterns.length > 0 && signs === plan.core) break;
  }
  return work;
}

function attempts(signs: string): (readonly ['whole' | 'loose', boolean, number])[] {
  const han = /[\u4e00-\u9fff]/.test(signs);
  const latin = /[a-z]/.test(signs);
  const tries: (readonly ['whole' | 'loose', boolean, number])[] = [['whole', false, 0.9]];
  if (latin) tries.push(['loose', false, 0.7]);
  if (han && signs.length >= 3) tries.push(['whole', true, 0.6]);
  return tries;
}

function scan(
  pattern: Pattern,
  index: TextIndex,
  found: Map<number, number>,
  quality: number,
  limit: number,
): number {
  let work = 0;
  for (const tier of index.names) {
    const text = tier.segment.table.allNames(index.lexicon.simplify);
    if (work + text.length > limit) break;
    work += text.length;
    let document = 0;
    let counted = 0;
    for (let from = 0; found.size < MAX_TOLERATED; ) {
      const match = pattern.find(text, from, text.length);
      if (match === undefined) break;
      for (
        let line = text.indexOf('\n', counted);
        line >= 0 && line < match.end;
        line = text.indexOf('\n', counted)
      ) {
        document++;
        counted = line + 1;
      }
      const number = tier.base + document;
      found.set(number, Math.max(found.get(number) ?? 0, quality));
      from = match.end;
    }
  }
  return work;
}

void EMPTY_WEIGHT;
