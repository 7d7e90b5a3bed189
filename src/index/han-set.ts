// Which Han characters occur in a segment: their places from U+4E00 on as an ascending list (ascending-codec.ts). The number of
// a character is how many stand before it.

import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import type { BitReader, BitWriter } from './bit-stream.ts';

const FIRST = 0x4e00;

/** U+4E00 … U+9FFF: as many as isHan knows. */
export const HAN_CHARACTERS = 0x5200;

/** `units`: ascending, distinct, Han. */
export function encodeHanSet(bits: BitWriter, units: readonly number[]): void {
  const places = units.map((unit) => unit - FIRST);
  encodeAscending(bits, places, 0, HAN_CHARACTERS - 1);
}

export class HanSet {
  readonly #places: Uint32Array;

  /** `size`: at most HAN_CHARACTERS. */
  constructor(bits: BitReader, size: number) {
    this.#places = new Uint32Array(size);
    decodeAscending(bits, this.#places, 0, size, 0, HAN_CHARACTERS - 1);
  }

  /** The number of `unit`, -1 where it is no member. */
  find(unit: number): number {
    const places = this.#places;
    const place = unit - FIRST;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return places[low] === place ? low : -1;
  }
}
