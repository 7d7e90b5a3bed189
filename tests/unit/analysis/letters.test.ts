import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLetters, isPlain, lettersOf } from '../../../src/analysis/letters.ts';
import { tokenize } from '../../../src/analysis/tokenizer.ts';

const plainUnits = fc.constantFrom(...'aZ09 \t\n-_.、。《》【】一卡鿿');
const plainText = fc.string({ unit: plainUnits, maxLength: 60 });
const anyText = fc.oneof(plainText, fc.string({ unit: 'binary', maxLength: 60 }));

describe('letters', () => {
  it('are those of Unicode for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hasLetters(text)).toBe(/[\p{L}\p{N}]/u.test(text));
        expect(lettersOf(text)).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });

  it('of plain text are known without Unicode, and NFKC leaves it as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(isPlain(text));
        expect(text.replace(/[^A-Za-z0-9\u4e00-\u9fff]/g, '')).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
        expect(text.normalize('NFKC')).toBe(text);
        expect(text.replace(/[\t\n]/g, '')).not.toMatch(/[\p{C}\p{M}]/u);
      }),
    );
    expect([isPlain('POS机,《说明》'), isPlain('Ｅ３'), isPlain('e\u0301'), isPlain('💳')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('make the same tokens whether or not the rest of the text is plain', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(tokenize(`${text} é`).slice(0, -1)).toEqual(tokenize(text));
      }),
    );
  });
});
