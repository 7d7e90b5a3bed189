import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../src/index/bit-stream.ts';
import { encodeHanSet, HanSet } from '../../../src/index/han-set.ts';

it('numbers its members in order, and no other unit', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.integer({ min: 0x4e00, max: 0x4e40 }),
    fc.constantFrom(0x4e00, 0x9fff),
  );
  fc.assert(
    fc.property(fc.uniqueArray(unit), fc.array(fc.nat(0xffff)), (units, others) => {
      const sorted = units.sort((a, b) => a - b);
      const bits = new BitWriter();
      encodeHanSet(bits, sorted);
      const set = new HanSet(new BitReader(bits.finish()), sorted.length);
      for (const each of [...sorted, ...others, 0x4dff, 0x4e00, 0x9fff, 0xa000]) {
        expect(set.find(each)).toBe(sorted.indexOf(each));
      }
    }),
  );
});
