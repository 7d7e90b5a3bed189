// Which Han characters occur in a segment, as a bitmap of U+4E00 … U+9FFF; the rank of a character among them is its
// number in the term dictionary: the fewer numbers there are, the fewer bits a pair takes.
//
//   2624 bytes, bit i of byte j for character U+4E00 + 8j + i

export const HAN_BYTES = 2624;
const FIRST = 0x4e00;

export function encodeHanSet(units: Iterable<number>): Uint8Array {
  const bitmap = new Uint8Array(HAN_BYTES);
  for (const unit of units) {
    const at = unit - FIRST;
    bitmap[at >>> 3] = (bitmap[at >>> 3] ?? 0) | (1 << (at & 7));
  }
  return bitmap;
}

export class HanSet {
  readonly #bitmap: Uint8Array;
  /** Members before each run of 64 bytes. */
  readonly #before = new Uint16Array(HAN_BYTES / 64 + 1);

  constructor(bitmap: Uint8Array) {
    this.#bitmap = bitmap;
    for (let i = 0; i < HAN_BYTES; i++) {
      const run = i >>> 6;
      if ((i & 63) === 0) this.#before[run + 1] = this.#before[run] ?? 0;
      this.#before[run + 1] = (this.#before[run + 1] ?? 0) + ones(bitmap[i] ?? 0);
    }
  }

  get size(): number {
    return this.#before[HAN_BYTES / 64] ?? 0;
  }

  /** 1 for the first member, 0 for what is not a member. */
  rank(unit: number): number {
    const at = unit - FIRST;
    const byte = this.#bitmap[at >>> 3] ?? 0;
    if (at < 0 || at >= HAN_BYTES * 8 || ((byte >>> (at & 7)) & 1) === 0) return 0;
    let rank = (this.#before[at >>> 9] ?? 0) + ones(byte & ((2 << (at & 7)) - 1));
    for (let i = (at >>> 9) << 6; i < at >>> 3; i++) rank += ones(this.#bitmap[i] ?? 0);
    return rank;
  }
}

function ones(byte: number): number {
  const pairs = byte - ((byte >>> 1) & 0x55);
  const nibbles = (pairs & 0x33) + ((pairs >>> 2) & 0x33);
  return (nibbles + (nibbles >>> 4)) & 15;
}
