import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/journal/clean-text.ts';

describe('clean text', () => {
  test.each([
    ['  E3 \n\t 通讯\u3000超时 ', 'E3 通讯 超时'],
    ['a\u202eb\u0000c\u200b', 'abc'],
    ['\ud83d半个', '半个'],
    ['👍🏽', '👍🏽'],
  ])('%j becomes %j', (dirty, clean) => {
    expect(cleanText(dirty, 100)).toBe(clean);
  });

  test('cleaning twice changes nothing, and the limit holds without half characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (text, limit) => {
          const clean = cleanText(text, limit);
          expect(cleanText(clean, limit)).toBe(clean);
          expect(clean.length).toBeLessThanOrEqual(limit);
          expect(clean).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
