// All tables of one result. Ours stands first in each, and where it loses the ratio is below 1.

import { OURS } from './engines.ts';
import { KNOWN_KINDS, type KnownKind } from './known-items.ts';
import { LATENCY_KINDS } from './latency-queries.ts';
import { figure, kilobytes, ratio, share } from './number-text.ts';
import type { BenchResult, CorpusResult, EngineResult, Spread } from './results.ts';
import { targetTable } from './targets.ts';
import { renderTable, type Table } from './text-table.ts';

const QUALITY: Readonly<Record<KnownKind, string>> = {
  title: 'title',
  substring: '3–5 chars',
  'one missing': 'one missing',
  'body phrase': 'body',
  pinyin: 'pinyin',
  initials: 'initials',
  'pinyin mixed up': 'zh/z, n/l',
  homophone: 'homophone',
};

export function report(result: BenchResult, markdown: boolean): string {
  const [before, after] = result.loadAverage;
  const head = [
    `Measured ${result.date} on ${result.machine}; load average ${figure(before)} before, ${figure(after)} after: read ratios, not times.`,
    `\`${result.command}\`. Medians of interleaved rounds, a fresh process each; in brackets how many times ours: above 1 ours wins, below 1 it loses.`,
  ];
  const tables = [
    ...result.corpora.flatMap((corpus, i) => {
      const [size, kinds, quality, ...rest] = corpusTables(corpus);
      const brief = markdown && i < result.corpora.length - 1;
      return brief ? [size, quality] : [size, quality, kinds, ...rest];
    }),
    ...(result.corpora.length > 0 ? [stageTable(result), targetTable(result)] : []),
    ...(result.browser.length > 0 ? browserTables(result) : []),
  ];
  return [head.join('\n'), ...tables.map((table) => renderTable(table, markdown)), settingsOf(result)].join(
    '\n\n',
  );
}

/** In Markdown, only the largest corpus has them all: a README is to be read. */
function corpusTables(corpus: CorpusResult): [size: Table, kinds: Table, quality: Table, ...Table[]] {
  const { hostile, edits } = corpus;
  return [
    sizeTable(corpus),
    kindTable(corpus),
    qualityTable(corpus),
    {
      title: `${corpus.corpus}: input that must not freeze, ours`,
      head: ['input', 'characters', 'first ms', 'median of 199 more', 'longest of them', 'postings read'],
      rows: hostile.map(({ input, units, firstMs, medianMs, longestMs, work }) => [
        input,
        units.toLocaleString('en'),
        figure(firstMs),
        figure(medianMs),
        figure(longestMs),
        work.toLocaleString('en'),
      ]),
    },
    {
      title: `${corpus.corpus}: what one edit makes a phone download, the worst of up to three, ours`,
      head: ['edit', 'files changed', 'kB changed', 'kB of all', 'share'],
      rows: edits.map(({ edit, files, changedFiles, bundleBytes, changedBytes }) => [
        edit,
        `${changedFiles} of ${files}`,
        kilobytes(changedBytes),
        kilobytes(bundleBytes),
        `${figure((100 * changedBytes) / bundleBytes)} %`,
      ]),
    },
  ];
}

function sizeTable({ corpus, documents, textBytes, textBrotliBytes, engines }: CorpusResult): Table {
  const ours = engines.find(({ engine }) => engine === OURS);
  const rows = engines.map((one) => {
    const { build, load, latency } = one;
    if (build === undefined || load === undefined || latency === undefined) return failed(one, 9);
    const { core } = latency;
    const against = ours?.latency?.core;
    return [
      label(one),
      figure(build.buildSeconds),
      kilobytes(build.rawBytes),
      kilobytes(build.brotliBytes) + ratio(build.brotliBytes, ours?.build?.brotliBytes),
      figure(load.loadMs) + ratio(load.loadMs, ours?.load?.loadMs),
      figure(load.heapBytes / 1e6) + ratio(load.heapBytes, ours?.load?.heapBytes),
      figure(core.p50) + ratio(core.p50, against?.p50),
      figure(core.p95) + ratio(core.p95, against?.p95),
      figure(core.p99),
      figure(latency.all.longest),
    ];
  });
  return {
    title: `${corpus}: ${documents.toLocaleString('en')} documents, ${kilobytes(textBytes)} kB of text (${kilobytes(textBrotliBytes)} in Brotli)`,
    head: [
      'engine',
      'build s',
      'raw kB',
      'Brotli kB',
      'load ms',
      'heap MB',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'longest ms',
    ],
    rows,
    notes: [
      ...engines.flatMap(({ engine, failure }) =>
        failure === '' ? [] : [`${engine} could not be measured: ${failure}`],
      ),
      'Load: files in memory → first answer. Heap: what stays after it, buffers included. p50–p99: the kinds that every engine can serve (no typo, no pinyin); longest: the slowest query of all kinds. A query’s time is its median over three passes.',
    ],
  };
}

function kindTable({ corpus, engines }: CorpusResult): Table {
  const cell = (spread: Spread | undefined) =>
    spread === undefined ? '–' : `${figure(spread.p50)} / ${figure(spread.p95)}`;
  return {
    title: `${corpus}: latency by kind, p50 / p95 ms`,
    head: ['engine', ...LATENCY_KINDS, 'all p99'],
    rows: engines.map((one) => [
      label(one),
      ...LATENCY_KINDS.map((kind) => cell(one.latency?.[kind])),
      figure(one.latency?.all.p99),
    ]),
  };
}

function qualityTable({ corpus, engines, ideal }: CorpusResult): Table {
  const judged = engines.some(({ relevance }) => relevance !== undefined);
  const all = engines.find(({ engine }) => engine === OURS)?.quality;
  const kinds = (cell: (kind: KnownKind) => string) => KNOWN_KINDS.map(cell);
  const rowOf = (one: EngineResult) => {
    const { quality, relevance } = one;
    const known = kinds((kind) => {
      const known = quality?.mrr[kind];
      const cut = known !== undefined && known.queries < (all?.mrr[kind].queries ?? 0);
      return share(known?.mrr) + (cut ? '*' : '');
    });
    const shares = [relevance, relevance?.blind, relevance?.far].flatMap((set) => [
      set?.success1,
      set?.success3,
    ]);
    const ranks = judged ? shares.map(share) : [];
    return [label(one), ...known, share(quality?.everyWord), ...ranks];
  };
  return {
    title: `${corpus}: quality, MRR@10 of known items${judged ? ', success@1 and @3 on the relevance set, on the blind sets and far from the names' : ''}`,
    head: [
      'engine',
      ...kinds((kind) => QUALITY[kind]),
      'holds every word',
      ...(judged ? ['@1', '@3', 'blind @1', '@3', 'far @1', '@3'] : []),
    ],
    rows: [
      ...engines.map(rowOf),
      ['ideal', ...kinds((kind) => share(ideal[kind])), ...Array.from({ length: judged ? 7 : 1 }, () => '')],
    ],
    notes: [
      'Ideal: the engine that puts first all documents that hold the query to the letter, and cannot know which of them it was made from.',
      `${all?.mrr.title.queries ?? 0} titles; * a sample of the queries only, the engine is too slow for all. Pinyin kinds: titles of Han characters alone, readings from the library that built our index, so 1.000 is an upper bound.`,
    ],
  };
}

function stageTable({ corpora }: BenchResult): Table {
  return {
    title: 'Where the time of a query goes, ours, core kinds, median ms',
    head: ['corpus', 'taken apart', 'codes', 'terms', 'names, slips, texts, order', 'ten hits', 'all'],
    rows: corpora.map(({ corpus, stages }) => {
      const { planMs, codesMs, termsMs, rankingMs, hitsMs, allMs } = stages;
      return [corpus, ...[planMs, codesMs, termsMs, rankingMs, hitsMs, allMs].map(figure)];
    }),
  };
}

function browserTables({ browser }: BenchResult): Table[] {
  const app = browser.filter(({ what }) => !what.startsWith('fetch'));
  const fetches = browser.filter(({ what }) => what.startsWith('fetch'));
  return [
    {
      title: 'The app in Chromium, shipped content',
      head: ['from → to', 'CPU slowed', 'n', 'median ms', 'longest ms', 'the same page doing nothing, ms'],
      rows: app.map(({ what, throttle, runs, medianMs, longestMs, idleMs }) => [
        what,
        `${throttle}×`,
        String(runs),
        figure(medianMs),
        figure(longestMs),
        figure(idleMs),
      ]),
      notes: [
        'Doing nothing: a key that changes nothing → the next frame; the same start with the scripts of the page switched off → document ready.',
      ],
    },
    {
      title: 'Files from a server on the same machine → first answer, in a new Chromium',
      head: ['', 'n', 'median ms', 'longest ms', 'of it fetching, ms'],
      rows: fetches.map(({ what, runs, medianMs, longestMs, idleMs }) => [
        what.replace('fetch → answer, ', ''),
        String(runs),
        figure(medianMs),
        figure(longestMs),
        figure(idleMs),
      ]),
    },
  ];
}

function label({ engine, rounds }: EngineResult): string {
  const name = engine === OURS ? '**ours**' : engine;
  return rounds > 0 && rounds < 3 ? `${name} (${rounds} ${rounds === 1 ? 'round' : 'rounds'})` : name;
}

function failed(one: EngineResult, columns: number): string[] {
  return [`${label(one)}: **not measured**`, ...Array<string>(columns).fill('–')];
}

function settingsOf({ corpora }: BenchResult): string {
  const engines = corpora[0]?.engines ?? [];
  return engines.map(({ engine, settings }) => `- ${engine}: ${settings}`).join('\n');
}
