import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitWriter, encodePostings, PostingReader } from '../../../src/index/posting-codec.ts';

const lists = fc.integer({ min: 1, max: 700 }).chain((documents) =>
  fc.record({
    documents: fc.constant(documents),
    lists: fc.array(
      fc
        .uniqueArray(fc.integer({ min: 0, max: documents - 1 }), { minLength: 1, maxLength: documents })
        .map((list) => list.sort((a, b) => a - b)),
      { maxLength: 8 },
    ),
  }),
);

describe('posting lists', () => {
  it('come back as they were written, one behind the other', () => {
    fc.assert(
      fc.property(lists, ({ documents, lists }) => {
        const bits = new BitWriter();
        for (const list of lists) encodePostings(bits, list, documents);
        const reader = new PostingReader(bits.finish(), documents);
        let bit = 0;
        for (const list of lists) {
          reader.read(bit, list.length);
          bit += reader.size(list.length);
          expect([...reader.postings.subarray(0, list.length)]).toEqual(list);
        }
        expect(bit).toBe(bits.length);
      }),
    );
  });

  it('of all documents cost nothing', () => {
    const bits = new BitWriter();
    encodePostings(bits, [0, 1, 2, 3], 4);
    expect(bits.length).toBe(0);
  });

  it('of few documents take the bits that telling them apart takes', () => {
    const bits = new BitWriter();
    encodePostings(bits, [17, 200], 257);
    expect(bits.length).toBe(Math.ceil(Math.log2((257 * 256) / 2)));
  });

  it('are ascending and in range whatever the bytes say', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(600),
        (bytes, documents, count) => {
          const reader = new PostingReader(bytes, documents);
          reader.read(0, count);
          const list = [...reader.postings.subarray(0, Math.min(count, documents))];
          list.forEach((document, i) => {
            expect(document).toBeLessThan(documents);
            if (i > 0) expect(document).toBeGreaterThan(list[i - 1] ?? 0);
          });
        },
      ),
    );
  });
});
