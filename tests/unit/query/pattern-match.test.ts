import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern } from '../../../src/query/pattern-match.ts';
import { sampleEngine } from './sample-engine.ts';

const { lexicon } = sampleEngine();
const find = (signs: string, text: string, reading: 'whole' | 'loose' = 'whole', errors = false) => {
  const match = new Pattern(signs, lexicon, reading, errors).find(text, 0, text.length);
  return match && text.slice(match.start, match.end);
};

describe('a pattern', () => {
  it.each([
    ['余鹅不足', '余额不足'],
    ['yuebuzu', '余额不足'],
    ['yue不足', '余额不足'],
    ['quezi', '缺纸'],
    ['quezh', '缺纸'],
    ['mimacuo', '密码错'],
  ])('%s is found as %s', (signs, found) => expect(find(signs, `请看${found}了`)).toBe(found));

  it('takes initials and cut syllables where it reads loosely', () => {
    expect(find('yebz', '余额不足', 'loose')).toBe('余额不足');
    expect(find('yebz', '余额不足')).toBeUndefined();
  });

  it.each(['余不足', '余大额不足', '余大不足', '额余不足'])(
    'finds 余额不足 for %s with one error allowed',
    (signs) => {
      expect(find(signs, '请看余额不足', 'whole', true)).toContain('不足');
      expect(find(signs, '请看余额不足')).toBeUndefined();
    },
  );

  it('does not cross the break between two names', () => expect(find('缺纸', '缺\u001e纸')).toBeUndefined());

  it('of characters without readings is found where the plain text is', () => {
    const rare = fc.integer({ min: 0x9f00, max: 0x9f04 }).map((unit) => String.fromCharCode(unit));
    const text = (min: number, max: number) =>
      fc.array(rare, { minLength: min, maxLength: max }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text(1, 4), text(0, 60), (signs, text) => {
        const match = new Pattern(signs, lexicon, 'whole', false).find(text, 0, text.length);
        expect(match?.start ?? -1).toBe(text.indexOf(signs));
      }),
    );
  });
});
