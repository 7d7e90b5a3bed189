// Whatever is typed or pasted, the work is bounded. Work is counted, not timed, so that the test says the same on any machine.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_POSTINGS } from '../../src/query/term-search.ts';
import { MAX_SCANNED } from '../../src/query/tolerant-search.ts';
import { madeUpDocuments, sampleFiles } from '../unit/index/sample-index.ts';
import { sampleEngine } from '../unit/query/sample-engine.ts';

const OPTIONS = { line: '', limit: 10 };
const BOUND = MAX_POSTINGS + MAX_SCANNED + 60_000;
const small = sampleEngine();
const large = sampleEngine(sampleFiles(madeUpDocuments(4000)));

describe('a query', () => {
  it.each([
    ['50,000 characters', '余'.repeat(50_000)],
    [
      'a pasted article',
      madeUpDocuments(200)
        .map(({ body }) => body)
        .join('\n'),
    ],
    ['5,000 brackets', '('.repeat(5000)],
    ['lone surrogates', '\ud800\udc00\ud800'.repeat(50)],
    ['combining marks', `e${'\u0301'.repeat(400)}3`],
    ['emoji', '💳💥👨‍👩‍👧'.repeat(30)],
    ['right-to-left overrides', '\u202ee3\u202c'],
    ['long pinyin', 'zhongguo'.repeat(40)],
    ['many words', Array.from({ length: 400 }, (_, i) => `w${i}`).join(' ')],
    ['many codes', Array.from({ length: 99 }, (_, i) => String(i).padStart(2, '0')).join(' ')],
    ['many numbers that are no codes', '收了12给31说没收到'.repeat(40)],
    ['zeros', '0'.repeat(3000)],
    ['control characters', '\u0000\t\n\u001e=e3'],
    ['one common character', '一'],
  ])('of %s is answered with bounded work', (_, query) => {
    for (const engine of [small, large]) {
      const result = engine.search(query, OPTIONS);
      expect(result.work).toBeLessThanOrEqual(BOUND);
      expect(result.hits.length).toBeLessThanOrEqual(10);
      expect(result.query).toBe(query);
    }
  });

  it('of any text whatever is answered, twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const once = small.search(query, OPTIONS);
        expect(once.work).toBeLessThanOrEqual(BOUND);
        expect(small.search(query, OPTIONS)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('that hides a code behind marks and overrides still finds it', () => {
    expect(small.search('\u202ee3\u202c', OPTIONS).kind).toBe('exact-code');
    expect(small.search('【e\u200b3】', OPTIONS).kind).toBe('exact-code');
  });
});
