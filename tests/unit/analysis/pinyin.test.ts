import { describe, expect, it } from 'vitest';
import { endsOf, foldSyllable } from '../../../src/analysis/pinyin.ts';

const fits = (syllable: string, letters: string, whole = true) =>
  (endsOf(foldSyllable(syllable), letters, 0, whole) & (1 << letters.length)) !== 0;

describe('endsOf', () => {
  it.each([
    ['zhi', 'zi'],
    ['zi', 'zhi'],
    ['chong', 'cong'],
    ['nan', 'lan'],
    ['lan', 'nan'],
    ['qing', 'qin'],
    ['qin', 'qing'],
    ['lü', 'nv'],
  ])('reads %s also as typed %s', (syllable, typed) => expect(fits(syllable, typed)).toBe(true));

  it('does not read other syllables', () => {
    expect(fits('yu', 'ye')).toBe(false);
    expect(fits('shi', 'xi')).toBe(false);
  });

  it('reads a cut syllable only where that is allowed', () => {
    expect(fits('zhang', 'zh', false)).toBe(true);
    expect(fits('zhang', 'z', false)).toBe(true);
    expect(fits('zhang', 'zh')).toBe(false);
  });
});
