import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldQuery, foldText, MAX_QUERY } from '../../../src/analysis/fold-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const simplify = (unit: number) => (unit === '餘'.charCodeAt(0) ? '余'.charCodeAt(0) : unit);

describe('foldText', () => {
  it('keeps the length of any text, so that offsets stay offsets into the original', () => {
    fc.assert(fc.property(anyText, (text) => foldText(text, simplify).length === text.length));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text, simplify);
        expect(foldText(once, simplify)).toBe(once);
      }),
    );
  });

  it('folds case, width and character variants', () => {
    expect(foldText('ＰＯＳ機 Ｅ３　餘額', simplify)).toBe('pos機 e3 余額');
  });
});

describe('foldQuery', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldQuery(text, simplify);
        expect(foldQuery(once, simplify)).toBe(once);
      }),
    );
  });

  it('has a bound, also where NFKC lengthens the text', () => {
    expect(foldQuery('\ufdfa'.repeat(1000)).length).toBeLessThanOrEqual(MAX_QUERY);
    expect(foldQuery('一'.repeat(50_000)).length).toBe(MAX_QUERY);
  });

  it.each([
    ['银行ka卡', '银行卡'],
    ['KA卡', '卡'],
    ['FA票', '发票'],
    ['vx余额不足', '微信余额不足'],
    ['wei信', '微信'],
    ['刷_卡_机 没.信.号', '刷卡机没信号'],
    ['p o s 机 没 网', 'pos机没网'],
    ['没网 e 3', '没网 e 3'],
    [' 余额\u200b不足\n', '余额不足'],
  ])('reads %j as %j', (typed, meant) => expect(foldQuery(typed)).toBe(meant));
});
