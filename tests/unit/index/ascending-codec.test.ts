import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAscending, encodeAscending } from '../../../src/index/ascending-codec.ts';
import { BitReader, BitWriter } from '../../../src/index/bit-stream.ts';

const lists = fc
  .record({ low: fc.nat(1000), size: fc.integer({ min: 1, max: 3000 }) })
  .chain(({ low, size }) =>
    fc
      .array(fc.uniqueArray(fc.integer({ min: low, max: low + size - 1 }), { maxLength: 200 }), {
        maxLength: 6,
      })
      .map((lists) => ({
        low,
        high: low + size - 1,
        lists: lists.map((list) => list.sort((a, b) => a - b)),
      })),
  );

function bitsOf(list: readonly number[], high: number): number {
  const bits = new BitWriter();
  encodeAscending(bits, list, 0, high);
  return bits.length;
}

describe('ascending lists', () => {
  it('come back as they were written, one behind the other', () => {
    fc.assert(
      fc.property(lists, ({ low, high, lists }) => {
        const bits = new BitWriter();
        for (const list of lists) encodeAscending(bits, list, low, high);
        const input = new BitReader(bits.finish());
        for (const list of lists) {
          const read = new Uint32Array(list.length);
          decodeAscending(input, read, 0, list.length, low, high);
          expect([...read]).toEqual(list);
        }
        expect(input.at).toBe(bits.length);
      }),
    );
  });

  it('come back from the widest range', () => {
    const bits = new BitWriter();
    const list = [0, 1, 2 ** 30, 2 ** 31 - 3, 2 ** 31 - 2];
    encodeAscending(bits, list, 0, 2 ** 31 - 2);
    const read = new Uint32Array(list.length);
    decodeAscending(new BitReader(bits.finish()), read, 0, list.length, 0, 2 ** 31 - 2);
    expect([...read]).toEqual(list);
  });

  it('that fill their range cost nothing', () => {
    expect(bitsOf([0, 1, 2, 3], 3)).toBe(0);
    expect(bitsOf([0], 0)).toBe(0);
  });

  it('cost little more than what tells them apart', () => {
    const sample = fc.sample(fc.uniqueArray(fc.nat(255), { minLength: 12, maxLength: 12 }), {
      numRuns: 400,
      seed: 3,
    });
    const mean =
      sample.reduce(
        (sum, list) =>
          sum +
          bitsOf(
            list.sort((a, b) => a - b),
            255,
          ),
        0,
      ) / sample.length;
    let choices = 0;
    for (let i = 0; i < 12; i++) choices += Math.log2((256 - i) / (i + 1));
    expect(mean).toBeLessThan(1.05 * choices);
  });

  it('ascend and stay in range whatever the bits say', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(600),
        (bytes, size, wanted) => {
          const count = Math.min(wanted, size);
          const list = new Uint32Array(count);
          decodeAscending(new BitReader(bytes), list, 0, count, 7, 6 + size);
          list.forEach((value, i) => {
            expect(value).toBeGreaterThan(list[i - 1] ?? 6);
            expect(value).toBeLessThan(7 + size);
          });
        },
      ),
    );
  });
});

describe('gamma codes', () => {
  it('come back, and end where bytes end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 24 - 1 })), (values) => {
        const bits = new BitWriter();
        for (const value of values) bits.gamma(value);
        const input = new BitReader(bits.finish());
        expect(values.map(() => input.gamma())).toEqual(values);
        expect(input.at).toBe(bits.length);
      }),
    );
    expect(new BitReader(new Uint8Array(0)).gamma()).toBe(2 ** 24);
  });
});
