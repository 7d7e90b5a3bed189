import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/analysis/tokenizer.ts';

describe('tokenize', () => {
  it('cuts Han text into pairs and everything else into words', () => {
    const terms = tokenize('pos机缺纸了, auth_code_invalid101').map(({ term }) => term);
    expect(terms).toEqual(['pos', '机缺', '缺纸', '纸了', '了', 'auth', 'code', 'invalid', '101']);
  });

  it('marks the character that ends a run, and only where a pair holds it', () => {
    expect(tokenize('机').map(({ tail }) => tail)).toEqual([false]);
    expect(tokenize('缺纸').map(({ tail }) => tail)).toEqual([false, true]);
  });

  it('gives offsets at which the term stands, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { term, start, end } of tokenize(text))
          expect(text.slice(start, end).startsWith(term)).toBe(true);
      }),
    );
  });
});
