// The parts of the benchmark that decide what its figures mean. No peer is needed here.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchDocument } from './bench-engine.ts';
import { expectedRank, idealRanks } from './ideal.ts';
import { KNOWN_KINDS, knownItems } from './known-items.ts';
import { LATENCY_KINDS, latencyQueries } from './latency-queries.ts';
import { figure, ratio, share } from './number-text.ts';
import { seededRandom, shuffled } from './random.ts';
import type { BenchResult, CorpusResult, EngineResult } from './results.ts';
import { median, percentile } from './statistics.ts';
import { targetTable } from './targets.ts';
import { renderTable } from './text-table.ts';

const DOCUMENTS: BenchDocument[] = Array.from({ length: 40 }, (_, i) => ({
  id: `d${String(i).padStart(2, '0')}`,
  title: `签到失败怎么处理${'甲乙丙丁戊己庚辛壬癸'[i % 10]}`,
  names: `E${100 + i}`,
  body: `终端没有登记成功,请先检查网络设置再重新签到。The gateway timeout was ${i}${i}3 in module_${i}.c 银行系统暂时不能处理这一笔交易。`,
}));

describe('statistics', () => {
  it('give the value that a share of the sorted values does not exceed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, at) => {
          const value = percentile(values, at);
          expect(values.filter((one) => one <= value).length).toBeGreaterThanOrEqual(
            at * values.length - 1e-9,
          );
          expect(values.filter((one) => one < value).length).toBeLessThan(at * values.length + 1e-9);
        },
      ),
    );
  });

  it('take the mean of the two values in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 2])).toBe(2);
    expect(median([])).toBeNaN();
  });
});

describe('queries', () => {
  it('are the same for the same seed and others for another', () => {
    const of = (seed: number) => latencyQueries(DOCUMENTS, seededRandom(seed));
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  it('are of every kind that the texts have something for, and none is empty', () => {
    const latency = latencyQueries(DOCUMENTS, seededRandom(1));
    expect(new Set(latency.map(({ kind }) => kind))).toEqual(new Set(LATENCY_KINDS));
    expect(latency.filter(({ query }) => query.trim() === '')).toEqual([]);
    const known = knownItems(DOCUMENTS, seededRandom(1));
    expect(new Set(known.map(({ kind }) => kind))).toEqual(
      new Set(KNOWN_KINDS.filter((kind) => kind !== 'homophone')),
    );
    expect(known.filter(({ query }) => query.trim() === '')).toEqual([]);
  });

  it('that several documents hold to the letter leave an ideal engine to chance', () => {
    expect([1, 2, 4].map(expectedRank)).toEqual([1, 0.75, (1 + 1 / 2 + 1 / 3 + 1 / 4) / 4]);
    expect(expectedRank(20)).toBeCloseTo(expectedRank(10) / 2);
    const known = knownItems(DOCUMENTS, seededRandom(1));
    const ideal = idealRanks(DOCUMENTS, known, (text) => text);
    // Four documents have each title, all of them every phrase.
    expect(ideal.title).toBeCloseTo(expectedRank(4));
    expect(ideal['body phrase']).toBeCloseTo(expectedRank(40));
    expect(Object.keys(ideal)).toEqual(['title', 'substring', 'body phrase']);
  });

  it('come from a shuffle that loses nothing', () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const mixed = shuffled(seededRandom(5), items);
    expect(mixed).not.toEqual(items);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(items);
  });
});

describe('tables', () => {
  it('say where ours loses', () => {
    const table = targetTable(resultWith({ loadMs: 9, againMs: 2, heapBytes: 1 }));
    const row = table.rows.find(([, what]) => what === 'open + first answer, ms');
    expect(row).toEqual(['1,000 sections', 'open + first answer, ms', '9', '4 scan', '≤ 3', '**no**']);
  });

  it('show what was not measured as a dash and never as zero', () => {
    expect([figure(undefined), figure(null), figure(Number.NaN), share(null)]).toEqual(['–', '–', '–', '–']);
    expect(figure(0)).toBe('0');
    expect(ratio(undefined, 3)).toBe('');
  });

  it('align Han characters for a terminal', () => {
    const text = renderTable({ title: 't', head: ['a', 'b'], rows: [['余额', '1']] }, false);
    expect(text.split('\n')).toEqual(['t', 'a     b', '────  ─', '余额  1']);
  });
});

function resultWith(load: NonNullable<EngineResult['load']>): BenchResult {
  const engine = { settings: '', failure: '', rounds: 1 };
  const corpus: CorpusResult = {
    corpus: '1,000 sections',
    documents: 1000,
    textBytes: 1,
    textBrotliBytes: 1,
    engines: [
      { ...engine, engine: 'ours', load },
      { ...engine, engine: 'scan', load: { loadMs: 4, againMs: 1, heapBytes: 1 } },
    ],
    hostile: [],
    edits: [],
    ideal: {},
    stages: { planMs: 1, codesMs: 1, termsMs: 1, rankingMs: 1, hitsMs: 1, allMs: 5 },
    firstTier: { loadMs: 1, againMs: 1, heapBytes: 1 },
    code: { loadMs: 1, againMs: 1, heapBytes: 1 },
  };
  return {
    date: '',
    machine: '',
    command: '',
    loadAverage: [0, 0],
    queryCode: { bytes: 1, firstBytes: 1 },
    corpora: [corpus],
    browser: [],
  };
}
