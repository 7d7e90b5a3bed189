import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../src/index/bit-stream.ts';
import { BlockDirectory, encodeBlocks, KEYS } from '../../../src/index/block-directory.ts';

/** Ascending keys, and for each block of them how many bits it takes. */
const dictionaries = fc.integer({ min: 0, max: 3000 }).chain((count) =>
  fc.record({
    steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }),
    bits: fc.array(fc.nat(300), {
      minLength: Math.ceil(count / KEYS),
      maxLength: Math.ceil(count / KEYS),
    }),
    above: fc.integer({ min: 1, max: 50 }),
  }),
);

describe('a directory of blocks', () => {
  it('finds the block of a key, its first key and its place, whatever was asked before', () => {
    fc.assert(
      fc.property(dictionaries, fc.array(fc.nat(130_000)), ({ steps, bits, above }, wanted) => {
        let sum = -1;
        const all = steps.map((step) => {
          sum += step;
          return sum;
        });
        let place = 5;
        const places = bits.map((size) => {
          place += size;
          return place - size;
        });
        const keys = all.filter((_, i) => i % KEYS === 0);
        const blocks = { count: all.length, limit: sum + above, length: place };
        const out = new BitWriter();
        encodeBlocks(out, keys, places, blocks);
        const directory = new BlockDirectory(new BitReader(out.finish()), blocks);
        for (const key of keys.length === 0 ? [] : [...wanted, ...keys]) {
          const block = directory.find(key);
          expect(block).toBe(
            Math.max(
              0,
              keys.findLastIndex((first) => first <= key),
            ),
          );
          expect(directory.key(block)).toBe(keys[block]);
          expect(directory.place(block)).toBe(places[block]);
          if (block + 1 < keys.length) expect(directory.key(block + 1)).toBe(keys[block + 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves room for the keys of every block whatever the bits say', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(5000),
        fc.array(fc.nat(9000), { minLength: 1, maxLength: 20 }),
        (bytes, count, more, wanted) => {
          const blocks = { count, limit: count + more, length: 1000 };
          const directory = new BlockDirectory(new BitReader(bytes), blocks);
          for (const key of wanted) {
            const block = directory.find(key);
            const size = Math.min(KEYS, count - KEYS * block);
            expect(size).toBeGreaterThan(0);
            expect(directory.key(block) + size).toBeLessThanOrEqual(blocks.limit);
            if (size === KEYS && KEYS * (block + 1) < count)
              expect(directory.key(block) + size).toBeLessThanOrEqual(directory.key(block + 1));
          }
        },
      ),
    );
  });
});
