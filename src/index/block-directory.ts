// Where the blocks of a dictionary are: the first key of each, and the bit where it begins. Both ascend, so they are coded by
// ascending-codec.ts, in shelves of SHELF blocks of which only those are read that a look-up asks for: the first answer does not
// wait for all. As bits:
//
//   …  ascending: the first key of each shelf;  the place of each shelf;  where in what follows each shelf begins
//   …  for each shelf, ascending: the first keys of its other blocks, and their places
//
// Keys are written less KEYS - 1 for each block before, as a block has so many keys between its first and that of the next; and
// places plus 1 for each, as a block may be empty. What is written of shelves leaves room for their other blocks in the same way: whatever
// the bits say, keys and places ascend in range.

import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import { type BitReader, BitWriter } from './bit-stream.ts';

const SHELF = 64;

/** Of a block. With 16 the index of 10,000 sections is 25 kB smaller, and a look-up takes a third longer: it passes half a block. */
export const KEYS = 10;

export interface Blocks {
  /** Keys in all blocks together. */
  readonly count: number;
  /** Above every key. */
  readonly limit: number;
  /** Bits that the places point into. */
  readonly length: number;
}

/** `keys` and `places`: of the blocks, each but the last of KEYS keys. */
export function encodeBlocks(
  out: BitWriter,
  keys: readonly number[],
  places: readonly number[],
  blocks: Blocks,
): void {
  const columns = [
    { list: keys.map((key, block) => key - (KEYS - 1) * block), high: highestKey(blocks) },
    { list: places.map((place, block) => place + block), high: blocks.length + keys.length },
  ];
  const shelves = Math.ceil(keys.length / SHELF);
  for (const { list, high } of columns) {
    const firsts = list.filter((_, block) => block % SHELF === 0);
    const crowded = firsts.map((first, shelf) => first - (SHELF - 1) * shelf);
    encodeAscending(out, crowded, 0, high - (keys.length - shelves));
  }
  const rest = new BitWriter();
  const starts: number[] = [];
  for (let from = 0; from < keys.length; from += SHELF) {
    starts.push(rest.length + starts.length);
    for (const { list, high } of columns) {
      const [first = 0, ...others] = list.slice(from, from + SHELF);
      encodeAscending(rest, others, first + 1, (list[from + SHELF] ?? high + 1) - 1);
    }
  }
  out.gamma(1 + rest.length);
  encodeAscending(out, starts, 0, rest.length + shelves);
  rest.appendTo(out);
}

function highestKey({ count, limit }: Blocks): number {
  return limit - 1 - count + Math.ceil(count / KEYS);
}

export class BlockDirectory {
  readonly count: number;
  /** As they are written. */
  readonly #keys: Uint32Array;
  readonly #places: Uint32Array;
  readonly #shelves: number;
  readonly #bits: BitReader;
  /** By shelf: the bit where it begins; 0 where it has been read. */
  readonly #starts: Uint32Array;

  constructor(bits: BitReader, blocks: Blocks) {
    const count = Math.ceil(blocks.count / KEYS);
    const shelves = Math.ceil(count / SHELF);
    this.count = count;
    this.#shelves = shelves;
    this.#bits = bits;
    this.#keys = readFirsts(bits, count, highestKey(blocks));
    this.#places = readFirsts(bits, count, blocks.length + count);
    const length = bits.gamma() - 1;
    this.#starts = new Uint32Array(shelves);
    decodeAscending(bits, this.#starts, 0, shelves, 0, length + shelves);
    const start = bits.at;
    for (let shelf = 0; shelf < shelves; shelf++)
      this.#starts[shelf] = start + (this.#starts[shelf] ?? 0) - shelf;
  }

  /** The last block whose first key is at most `key`; the first where there is none. */
  find(key: number): number {
    let low = 0;
    let high = this.#shelves;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.key(middle * SHELF) <= key) low = middle;
      else high = middle;
    }
    if (this.#starts[low] !== 0) this.#read(low);
    high = Math.min(this.count, SHELF * (low + 1));
    low *= SHELF;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.key(middle) <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The first key of a block that was found, or of the next, which every key of the block is below. */
  key(block: number): number {
    return (this.#keys[block] ?? 0) + (KEYS - 1) * block;
  }

  place(block: number): number {
    return (this.#places[block] ?? 0) - block;
  }

  #read(shelf: number): void {
    const from = shelf * SHELF;
    const to = Math.min(from + SHELF, this.count);
    this.#bits.at = this.#starts[shelf] ?? 0;
    this.#starts[shelf] = 0;
    for (const list of [this.#keys, this.#places])
      decodeAscending(this.#bits, list, from + 1, to, (list[from] ?? 0) + 1, (list[to] ?? 0) - 1);
  }
}

/** A column whose first number of each shelf is read, with one number more that is above all of them. */
function readFirsts(bits: BitReader, count: number, high: number): Uint32Array {
  const shelves = Math.ceil(count / SHELF);
  const firsts = new Uint32Array(shelves);
  decodeAscending(bits, firsts, 0, shelves, 0, high - (count - shelves));
  const column = new Uint32Array(count + 1);
  for (let shelf = 0; shelf < shelves; shelf++)
    column[shelf * SHELF] = (firsts[shelf] ?? 0) + (SHELF - 1) * shelf;
  column[count] = high + 1;
  return column;
}
