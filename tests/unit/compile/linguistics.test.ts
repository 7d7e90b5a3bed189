import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingsOf, readPinyin, variantsOf } from '../../../src/compile/linguistics.ts';

describe('the reading of a text', () => {
  test.each([
    ['重打小票', 'chong da xiao piao'],
    ['别重刷', 'bie chong shua'],
    ['发卡行', 'fa ka hang'],
    ['银行流水行不行', 'yin hang liu shui xing bu xing'],
    ['长按电源键', 'chang an dian yuan jian'],
    ['没收到结果', 'mei shou dao jie guo'],
    ['没收卡', 'mo shou ka'],
    ['卡纸', 'qia zhi'],
    ['校验码', 'jiao yan ma'],
    ['旅行', 'lv xing'],
    ['E3扣款', 'kou kuan'],
    ['', ''],
  ])('%s is %s', (text, expected) => {
    expect(readPinyin(text).join(' ')).toBe(expected);
  });

  test('has one syllable for each Han character, known or not', () => {
    const characters = fc.oneof(
      fc.constantFrom(...'重行长没E3 ,。𠀀㐀〇々ａ😀\n'),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 20 }), (list) => {
        const han = list.filter((character) => /\p{Script=Han}/u.test(character));
        const syllables = readPinyin(list.join(''));
        expect(syllables).toHaveLength(han.length);
        for (const syllable of syllables) expect(syllable).toMatch(/^[a-z]*$/);
      }),
    );
  });
});

describe('the readings of a character', () => {
  test.each([
    ['重', ['zhong', 'chong']],
    ['行', ['xing', 'hang', 'heng']],
    ['绿', ['lv', 'lu']],
    ['款', ['kuan']],
    ['a', []],
    ['', []],
  ])('%s are %j', (character, expected) => {
    expect(readingsOf(character)).toEqual(expected);
  });
});

describe('variants', () => {
  test('lead from traditional characters to the simplified ones that occur', () => {
    const variants = variantsOf(['银行', '扣款']);
    expect(variants.get('銀')).toBe('银');
    expect([...variants.values()].every((simplified) => '银行扣款'.includes(simplified))).toBe(true);
    expect(variants.has('餘')).toBe(false);
  });

  test('never lead from a character of everyday simplified text to another', () => {
    const everyday = '刷卡机余额不足交易超时没有信号面里后只干么了的发复台划里制松系表向须云';
    const variants = variantsOf([everyday]);
    expect([...everyday].filter((character) => variants.has(character))).toEqual([]);
  });

  test('end where they lead: folding twice is folding once', () => {
    const variants = variantsOf(['什么什麼什幺', ...'银卡']);
    expect(variants.get('麼')).toBe('么');
    expect([...variants.values()].filter((simplified) => variants.has(simplified))).toEqual([]);
  });
});
