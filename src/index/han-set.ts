// Which Han characters occur in a segment: their places from U+4E00 on as an ascending list (ascending-codec.ts). The number of
// a character is how many stand before it.

import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import type { BitReader, BitWriter } from './bit-stream.ts';

const FIRST = 0x4e00;

/** U+4E00 … U+9FFF: as many as isHan knows. */
export const HAN_CHARACTERS = 0x5200;

/** A look-up halves no more than the places of one run: eight or so of a segment's characters. */
const RUN_BITS = 7;

/** `units`: ascending, distinct, Han. */
export function encodeHanSet(bits: BitWriter, units: readonly number[]): void {
  const places = units.map((unit) => unit - FIRST);
  encodeAscending(bits, places, 0, HAN_CHARACTERS - 1);
}

export class HanSet {
  readonly #places: Uint16Array;
  /** How many places are before each run. */
  readonly #before = new Uint16Array((HAN_CHARACTERS >>> RUN_BITS) + 1);

  /** `size`: at most HAN_CHARACTERS. */
  constructor(bits: BitReader, size: number) {
    const places = new Uint32Array(size);
    decodeAscending(bits, places, 0, size, 0, HAN_CHARACTERS - 1);
    this.#places = new Uint16Array(places);
    let number = 0;
    for (let run = 0; run < this.#before.length; run++) {
      while (number < size && (places[number] ?? 0) >>> RUN_BITS < run) number++;
      this.#before[run] = number;
    }
  }

  /** The number of `unit`, -1 where it is no member. */
  find(unit: number): number {
    const places = this.#places;
    const place = unit - FIRST;
    if (place < 0 || place >= HAN_CHARACTERS) return -1;
    let low = this.#before[place >>> RUN_BITS] ?? 0;
    let high = this.#before[(place >>> RUN_BITS) + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return places[low] === place ? low : -1;
  }
}
