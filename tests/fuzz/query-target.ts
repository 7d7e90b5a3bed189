// What is typed or pasted, asked of the index of the shipped content: bounded work, at most ten hits, every mark within its
// title, and an exact code only where some document owns it.

import fc from 'fast-check';
import { expect } from 'vitest';
import { compileBundle } from '../../src/command/compile-bundle.ts';
import { CONTENT } from '../../src/command/project-paths.ts';
import { addBody } from '../../src/query/body-tier.ts';
import { openEngine, type SearchEngine } from '../../src/query/search-engine.ts';
import { TODAY } from '../unit/compile/compile-files.ts';
import type { FuzzInput, FuzzTarget } from './fuzz-target.ts';
import { HOSTILE_PIECES } from './hostile-text.ts';
import { WORK_BOUND } from './work-bound.ts';

const WORDS =
  'E3 e 3E 51 05 00 A0 XML_FORMAT_ERROR ACQ.SYSTEM_ERROR 微信 刷卡 扫码 银联 云闪付 余额不足 餘額不足 余鹅不足 yuebuzu yebz ' +
  '错误码 应答码 err code : - _ . 【 】 ( ) POS机 怎么办 什么意思 显示 ka卡 退款 撤销 冲正 没纸 密码 签到失败 钱扣了没小票 E０３ Ｅ３ 0 O o l I 1 5 S';

const part = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS.split(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[一-龥]{1,6}$/u) },
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{1,6}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
);

/** A few words, now and then very many. */
export const queryText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(part, fc.constantFrom('', ' ', '，', '-', '\u200b')), { maxLength: 8 }),
    fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(3000) }),
  )
  .map(([parts, times]) => parts.flat().join('').repeat(times).slice(0, 60_000));

let opening: Promise<SearchEngine> | undefined;

/** The index of the shipped content, with both tiers; made once. */
export function contentEngine(): Promise<SearchEngine> {
  opening ??= openContent();
  return opening;
}

async function openContent(): Promise<SearchEngine> {
  const compiled = await compileBundle(CONTENT, TODAY);
  if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join('\n'));
  const engine = openEngine(compiled.value.lookup);
  if (!engine.ok) throw new Error(engine.problem.message);
  for (const file of compiled.value.body) {
    const added = addBody(engine.value, file);
    if (!added.ok) throw new Error(added.problem.message);
  }
  return engine.value;
}

export const queryTarget: FuzzTarget = {
  name: 'query',
  share: 20,
  inputs: queryText.map((text: string): FuzzInput => ({ text })),
  async check({ text = '' }) {
    const engine = await contentEngine();
    const result = engine.search(text, { line: text.length % 2 === 0 ? '' : 'dianqian', limit: 10 });
    expect(result.query).toBe(text);
    expect(result.work).toBeLessThanOrEqual(WORK_BOUND);
    expect(result.hits.length).toBeLessThanOrEqual(10);
    const exact = result.hits.some(({ match }) => match === 'exact-code');
    expect(exact).toBe(result.kind === 'exact-code');
    if (result.kind === 'unknown-code') expect(result.hits[0]?.match).toBe('procedure');
    expect(new Set(result.hits.map(({ document }) => document.id)).size).toBe(result.hits.length);
    for (const { document, titleRanges, score } of result.hits) {
      expect(Number.isFinite(score)).toBe(true);
      let end = 0;
      for (const range of titleRanges) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(range.end).toBeGreaterThan(range.start);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(document.title.length);
    }
  },
};
