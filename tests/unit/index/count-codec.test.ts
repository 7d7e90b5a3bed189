import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../src/index/bit-stream.ts';
import { decodeCount, encodeCount } from '../../../src/index/count-codec.ts';

const counts = fc
  .integer({ min: 1, max: 70_000 })
  .chain((most) => fc.integer({ min: 1, max: most }).map((value) => ({ value, most })));

it('counts come back as they were written, one behind the other', () => {
  fc.assert(
    fc.property(fc.array(counts), (list) => {
      const bits = new BitWriter();
      for (const { value, most } of list) encodeCount(bits, value, most);
      const input = new BitReader(bits.finish());
      expect(list.map(({ most }) => decodeCount(input, most))).toEqual(list.map(({ value }) => value));
      expect(input.at).toBe(bits.length);
    }),
  );
});

it('a count takes no bit where there is no choice, and never more than its gamma code', () => {
  for (let most = 1; most < 300; most++) {
    for (let value = 1; value <= most; value++) {
      const [count, gamma] = [new BitWriter(), new BitWriter()];
      encodeCount(count, value, most);
      gamma.gamma(value);
      expect(count.length).toBeLessThanOrEqual(most === 1 ? 0 : gamma.length);
    }
  }
});

it('whatever the bits say, a count is in range', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.nat(70_000), (bytes, most) => {
      const count = decodeCount(new BitReader(bytes), most);
      expect(count).toBeGreaterThanOrEqual(Math.min(1, most));
      expect(count).toBeLessThanOrEqual(most);
    }),
  );
});
