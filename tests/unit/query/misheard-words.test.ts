import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearWords, MAX_HEARD } from '../../../src/query/misheard-words.ts';
import { documentOf, sampleFiles } from '../index/sample-index.ts';
import { OPTIONS, sampleEngine } from './sample-engine.ts';

/** 签到 in as many names as it takes, 余额 in fewer. */
const engine = sampleEngine(
  sampleFiles([
    ...Array.from('甲乙丙丁戊己庚辛壬', (sign, i) =>
      documentOf({ id: `guides/a${i}`, title: `签到${sign}` }),
    ),
    documentOf({ id: 'guides/b', title: '余额不足' }),
    documentOf({ id: 'guides/c', title: '密码错了', body: '他在路上签道义书' }),
    documentOf({ id: 'guides/d', title: '路欠着' }),
  ]),
);
const heard = (query: string) => hearWords(query, engine).query;

describe('a word that was misheard', () => {
  it.each([
    ['前到老是失败', '签到老是失败'],
    ['机器叫我前到，我签了', '机器叫我签到，我签了'],
    ['叫我欠道甲了', '叫我签到甲了'],
  ])('in %s is written %s', (said, written) => {
    expect(heard(said)).toBe(written);
  });

  it.each([
    ['前到失败', 'a run as short as a word is found by its sound'],
    ['我的余饿不够用', 'too few names hold what it may be'],
    ['签道老是不成功', 'a text holds it'],
    ['两个签到老是失败', 'names hold it'],
    ['他在走路欠到了', 'what would be changed is part of another word'],
    ['err 91 network', 'it is not Han'],
  ])('is not seen in %s: %s', (query) => {
    expect(heard(query)).toBe(query);
  });

  it('is looked for with bounded work that is counted, and leaves the length as it is', () => {
    expect(hearWords('前到老是失败', engine).work).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'前到签道余额不足。a1'), maxLength: 200 }),
        (query) => {
          const { query: written, work } = hearWords(query, engine);
          expect(written.length).toBe(query.length);
          expect(work).toBeLessThanOrEqual(MAX_HEARD);
        },
      ),
    );
  });

  it('finds what was meant', () => {
    const { hits, query, heard } = engine.search('前到老是失败', OPTIONS);
    expect(hits[0]?.document.title).toMatch(/^签到/);
    expect({ query, heard }).toEqual({ query: '前到老是失败', heard: '签到老是失败' });
  });

  it('is told apart from what is searched as it was typed', () => {
    for (const query of ['签到', 'ＹＵＥ不足', '']) expect(engine.search(query, OPTIONS).heard).toBe(query);
  });
});
