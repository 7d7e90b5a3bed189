// The targets of the search, each beside what was measured and the best peer. A target that is not met is marked, not left out.

import { OURS } from './engines.ts';
import type { KnownKind } from './known-items.ts';
import { figure, kilobytes, share } from './number-text.ts';
import type { BenchResult, CorpusResult, EngineResult, RelevanceFigures } from './results.ts';
import type { Table } from './text-table.ts';

interface Target {
  readonly what: string;
  readonly of: (engine: EngineResult) => number | null | undefined;
  /** Where a peer is asked otherwise than ours. */
  readonly ofPeer?: Target['of'];
  readonly show: (value: number | null | undefined) => string;
  /** At 1,000, 10,000 and 50,000 documents; undefined where none was set. */
  readonly limits: readonly [number | undefined, number | undefined, number | undefined];
  readonly better: 'less' | 'more';
  /** Only ours has it: no peer to show. */
  readonly oursOnly?: boolean;
}

const LESS = { better: 'less', show: figure } as const;
const MORE = { better: 'more', show: share } as const;
/** Fewer queries than this tell nothing: a peer that slow does not count as the best. */
const ENOUGH = 60;
const known = (kind: KnownKind): Pick<Target, 'of' | 'ofPeer'> => {
  const of = ({ quality }: EngineResult) => quality?.mrr[kind].mrr;
  const enough = ({ quality }: EngineResult) => (quality?.mrr[kind].queries ?? 0) >= ENOUGH;
  return { of, ofPeer: (one) => (enough(one) ? of(one) : undefined) };
};

const TARGETS: readonly Target[] = [
  { ...LESS, what: 'open + first answer, ms', of: (one) => one.load?.loadMs, limits: [3, 5, 5] },
  {
    ...LESS,
    what: 'the same again, its code compiled, ms',
    of: (one) => one.load?.againMs,
    limits: [undefined, undefined, undefined],
  },
  {
    ...LESS,
    what: 'whole index, Brotli kB',
    show: kilobytes,
    of: (one) => one.build?.brotliBytes,
    limits: [250e3, 2150e3, 9800e3],
  },
  {
    ...LESS,
    what: 'tier 0, Brotli kB',
    show: kilobytes,
    of: (one) => one.build?.firstTierBrotliBytes,
    limits: [48e3, 330e3, 1500e3],
    oursOnly: true,
  },
  {
    ...LESS,
    what: 'heap after load, × the file',
    of: ({ load, build }) => (load && build ? load.heapBytes / build.rawBytes : undefined),
    limits: [1.5, 1.5, 1.5],
  },
  { ...LESS, what: 'core p50, ms', of: (one) => one.latency?.core.p50, limits: [0.015, 0.025, 0.07] },
  { ...LESS, what: 'core p95, ms', of: (one) => one.latency?.core.p95, limits: [0.07, 0.25, 2] },
  {
    ...LESS,
    what: 'pinyin and typo p95, first pass, ms',
    of: (one) => one.latency?.['cold tolerant'].p95,
    limits: [0.3, 1, 5],
    oursOnly: true,
  },
  { ...LESS, what: 'longest of all queries, ms', of: (one) => one.latency?.all.longest, limits: [2, 8, 30] },
  { ...MORE, what: 'title', ...known('title'), limits: [1, 1, 1] },
  { ...MORE, what: 'one character missing', ...known('one missing'), limits: [0.995, 0.99, 0.975] },
  { ...MORE, what: 'body phrase', ...known('body phrase'), limits: [0.98, 0.945, 0.86] },
  {
    ...MORE,
    what: 'first hit holds every word',
    of: (one) => one.quality?.everyWord,
    limits: [0.99, 0.99, 0.99],
  },
  { ...MORE, what: 'pinyin', ...known('pinyin'), limits: [0.99, 0.99, 0.99] },
  { ...MORE, what: 'initials', ...known('initials'), limits: [0.97, 0.97, 0.97] },
  {
    ...MORE,
    what: 'pinyin with zh/z, n/l, ing/in mixed up',
    ...known('pinyin mixed up'),
    limits: [0.95, 0.93, undefined],
  },
  { ...MORE, what: 'one homophone wrong', ...known('homophone'), limits: [0.95, 0.92, undefined] },
];

const SIZES: readonly number[] = [1000, 10_000, 50_000];

/** Corpora of the sizes that targets were set for; of other sizes the figures stand without one. */
export function targetTable({ corpora, queryCode, browser }: BenchResult): Table {
  const rows = corpora.flatMap((corpus) => [
    ...TARGETS.map((target) => targetRow(target, corpus)),
    speedRow(corpus),
    ...hostileRow(corpus),
    ...editRow(corpus),
    ...firstTierRows(corpus, corpora),
  ]);
  const relevance = corpora.flatMap(relevanceRow);
  const code = [
    row('', 'query code, Brotli kB', queryCode.bytes, '–', 6000, 'less', kilobytes),
    row('', 'of it for the first answer', queryCode.firstBytes, '–', undefined, 'less', kilobytes),
  ];
  const fetches = browser.flatMap(({ what, medianMs }) => {
    const [, part = '', corpus] = /^fetch → answer, ours(, tier 0 alone)?, (.+)$/.exec(what) ?? [];
    const limit = corpus === '10,000 sections' ? 60 : undefined;
    return corpus === undefined
      ? []
      : [row(corpus, `fetch → answer, Chromium${part}, ms`, medianMs, '–', limit, 'less', figure)];
  });
  return {
    title: 'Targets',
    head: ['corpus', 'figure', 'ours', 'best peer', 'target', 'met'],
    rows: [...rows, ...relevance, ...code, ...fetches],
  };
}

function targetRow(
  { what, of, ofPeer = of, show, limits, better, oursOnly }: Target,
  corpus: CorpusResult,
): string[] {
  const at = SIZES.indexOf(corpus.documents);
  const limit = at < 0 ? undefined : limits[at];
  return row(
    corpus.corpus,
    what,
    of(ours(corpus)),
    oursOnly ? '–' : bestPeer(corpus, ofPeer, show, better),
    limit,
    better,
    show,
  );
}

function row(
  corpus: string,
  what: string,
  value: number | null | undefined,
  peer: string,
  limit: number | undefined,
  better: 'less' | 'more',
  show: (value: number | null | undefined) => string,
): string[] {
  const target = limit === undefined ? '–' : `${better === 'less' ? '≤' : '≥'} ${show(limit)}`;
  return [corpus, what, show(value), peer, target, metText(value, limit, better)];
}

function metText(
  value: number | null | undefined,
  limit: number | undefined,
  better: 'less' | 'more',
): string {
  if (limit === undefined || value === undefined || value === null || Number.isNaN(value)) return '';
  return (better === 'less' ? value <= limit : value >= limit) ? 'yes' : '**no**';
}

function bestPeer(
  { engines }: CorpusResult,
  of: Target['of'],
  show: Target['show'],
  better: 'less' | 'more',
): string {
  let best: { name: string; value: number } | undefined;
  for (const one of engines) {
    const value = of(one);
    if (one.engine === OURS || value === undefined || value === null) continue;
    if (best === undefined || (better === 'less' ? value < best.value : value > best.value))
      best = { name: one.engine, value };
  }
  return best === undefined ? '–' : `${show(best.value)} ${best.name}`;
}

/** How many times faster than FlexSearch, the peer of equal recall, the first answer is there. */
function speedRow(corpus: CorpusResult): string[] {
  const flexsearch = corpus.engines.find(({ engine }) => engine === 'flexsearch')?.load?.loadMs;
  const mine = ours(corpus).load?.loadMs;
  const times = flexsearch === undefined || mine === undefined ? undefined : flexsearch / mine;
  const limit = { 1000: 40, 10000: 100 }[corpus.documents];
  return row(corpus.corpus, 'open + first answer, × FlexSearch’s speed', times, '–', limit, 'more', figure);
}

function hostileRow({ corpus, documents, hostile }: CorpusResult): string[][] {
  if (hostile.length === 0) return [];
  const longest = Math.max(...hostile.map(({ medianMs }) => medianMs));
  const limit = { 1000: 2, 10000: 8, 50000: 30 }[documents];
  return [row(corpus, 'slowest hostile input, its median, ms', longest, '–', limit, 'less', figure)];
}

function editRow({ corpus, documents, edits }: CorpusResult): string[][] {
  const [edit] = edits;
  if (edit === undefined) return [];
  const percent = (100 * edit.changedBytes) / edit.bundleBytes;
  const limit = { 10000: 2, 50000: 1 }[documents];
  return [row(corpus, 'one article edited, % of the bundle', percent, '–', limit, 'less', figure)];
}

/** With 50,000 documents a code no slower than with 10,000 in the same run. Heap has no target but that it hardly grows. */
function firstTierRows(
  { corpus, documents, code, firstTier }: CorpusResult,
  all: readonly CorpusResult[],
): string[][] {
  const smaller = all.find((one) => one.documents === 10_000)?.code.loadMs;
  const limit = documents === 50_000 ? smaller : undefined;
  const rowOf = (what: string, value: number, most?: number) =>
    row(corpus, what, value, '–', most, 'less', figure);
  return [
    rowOf('tier 0 alone: open + a text answered, ms', firstTier.loadMs),
    rowOf('tier 0 alone: the same again, ms', firstTier.againMs),
    rowOf('tier 0 alone: open + a code answered, ms', code.loadMs, limit),
    rowOf('heap after a code, MB', code.heapBytes / 1e6),
  ];
}

/** The first of these counts every judgement; the others must never miss: a wrong code costs money. */
function relevanceRow(corpus: CorpusResult): string[][] {
  const { relevance } = ours(corpus);
  if (relevance === undefined) return [];
  const of = (what: string, limit: number, pick: (figures: RelevanceFigures) => number | undefined) => {
    const peer = bestPeer(corpus, (one) => (one.relevance ? pick(one.relevance) : undefined), share, 'more');
    return row(corpus.corpus, what, pick(relevance), peer, limit, 'more', share);
  };
  return [
    of('relevance set, success@1', 0.97, ({ success1 }) => success1),
    of('codes in every spelling, success@1', 1, ({ kinds }) => kinds['code-spelling']),
    of('unknown codes answered by the safe procedure', 1, ({ kinds }) => kinds['unknown-code']),
  ];
}

function ours({ engines }: CorpusResult): EngineResult {
  const found = engines.find(({ engine }) => engine === OURS);
  if (found === undefined) throw new Error('no figures of ours');
  return found;
}
