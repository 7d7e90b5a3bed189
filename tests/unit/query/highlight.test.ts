import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/query/excerpt.ts';
import { highlighter } from '../../../src/query/highlight.ts';
import { sampleEngine } from './sample-engine.ts';

const engine = sampleEngine();
const marked = (text: string, query: string) =>
  highlighter(query, engine)(text).map(({ start, end }) => text.slice(start, end));

describe('highlight', () => {
  it.each([
    ['卡里余额不足时', '余额不足', '余额不足'],
    ['卡里余额不足时', '余鹅不足', '不足'],
    ['卡里余额不足时', 'yuebuzu', '余额不足'],
    ['卡裡餘額不足', '余额不足', '餘額不足'],
    ['显示ＡＵＴＨ_CODE', 'auth', 'ＡＵＴＨ'],
    ['这次扣款了', '扣钱', '扣款'],
  ])('marks in %s for %s the words %s', (text, query, word) => expect(marked(text, query)).toContain(word));

  it('gives ascending, disjoint ranges inside the text, for any text and query', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(any, any, (text, query) => {
        let last = -1;
        for (const { start, end } of highlighter(query, engine)(text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe('excerpt', () => {
  it('is a window of the text with its ranges moved', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })), { maxLength: 8 });
    fc.assert(
      fc.property(any, spans, fc.integer({ min: 8, max: 80 }), (text, gaps, length) => {
        const ranges = [];
        let at = 0;
        for (const [gap, size] of gaps) {
          const start = at + gap + 1;
          if (start + size > text.length) break;
          ranges.push({ start, end: start + size });
          at = start + size;
        }
        const window = excerpt(text, ranges, length);
        expect(window.text.length).toBeLessThanOrEqual(length);
        expect(text.slice(window.start, window.start + window.text.length)).toBe(window.text);
        for (const { start, end } of window.ranges) {
          expect(ranges).toContainEqual({ start: start + window.start, end: end + window.start });
        }
      }),
    );
  });

  it('shows the part with most marks', () => {
    const text = `${'无'.repeat(100)}余额不足。${'无'.repeat(100)}`;
    expect(excerpt(text, [{ start: 100, end: 104 }], 40).text).toContain('余额不足');
  });
});
