// A number from 1 to a greatest one that the reader knows, small ones being frequent: Elias' gamma code without what the greatest
// rules out. First the length of the number, less one, in zeros and a one, which is left out at the greatest length; then the bits
// below the highest, those of a number of the greatest length within what is left (BitWriter.centred). 1 of 1 takes no bit.

import type { BitReader, BitWriter } from './bit-stream.ts';

export function encodeCount(out: BitWriter, value: number, most: number): void {
  const greatest = 31 - Math.clz32(most);
  const length = 31 - Math.clz32(value);
  if (length < greatest) {
    out.bits(1 << length, length + 1);
    out.bits(value, length);
  } else {
    out.bits(0, length);
    out.centred(value - (1 << length), most + 1 - (1 << length));
  }
}

/** `most`: 0 … 2^24 - 1; 0 where it is 0. */
export function decodeCount(input: BitReader, most: number): number {
  if (most <= 1) return most;
  const greatest = 31 - Math.clz32(most);
  let length = 0;
  while (length < greatest && input.bits(1) === 0) length++;
  const base = 1 << length;
  return base + (length < greatest ? input.bits(length) : input.centred(most + 1 - base));
}
