// The term dictionary of Han text: pairs of characters, queried in place. A pair is one number, and the dictionary is the
// ascending list of these numbers:
//
//   key = rank(first) · (characters + 1) + rank(second), second = 0 for a character that ends its run
//
// so all pairs that begin with one character are one range, which answers one-character queries and prefixes.
//
//   bytes   HanSet                 characters that occur
//   varint  pairs
//   varint  length in bytes, then as bits the directory, expanded when the dictionary is first asked: the first key of each
//           block of 16 pairs, and the bit where the block begins in the posting lists of the segment
//
// A block stands among the posting lists themselves, so that one place leads to all of it:
//
//   gamma   for each pair, how many documents have it: one, for two thirds of all
//   …       the other keys, between the block's first and that of the next block
//   …       for each pair its posting list
//
// Ascending lists are coded by ascending-codec.ts. What a reader wants of a block is found by reading the lists before it:
// a dozen numbers, which is less than any offset would cost.

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import { BitReader, BitWriter } from './bit-stream.ts';
import { encodeHanSet, HAN_BYTES, HanSet } from './han-set.ts';
import type { Lists, PostingReader } from './posting-reader.ts';

const BLOCK = 16;

interface PairDirectory {
  readonly set: Uint8Array;
  readonly pairs: number;
  readonly limit: number;
  readonly keys: readonly number[];
  readonly places: readonly number[];
}

/** `terms`: one or two Han characters → ascending document numbers below `documents`. Blocks are appended to `bits`. */
export function encodePairs(
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): PairDirectory {
  const units = new Set<number>();
  for (const term of terms.keys()) for (let i = 0; i < term.length; i++) units.add(term.charCodeAt(i));
  const bitmap = encodeHanSet(units);
  const set = new HanSet(bitmap);
  const limit = limitOf(set);
  const sorted = [...terms]
    .map(([term, list]) => ({ key: keyOf(set, term), list }))
    .sort((a, b) => a.key - b.key);
  const keys: number[] = [];
  const places: number[] = [];
  for (let from = 0; from < sorted.length; from += BLOCK) {
    const block = sorted.slice(from, from + BLOCK);
    const [first = 0, ...others] = block.map(({ key }) => key);
    keys.push(first);
    places.push(bits.length);
    for (const { list } of block) bits.gamma(list.length);
    encodeAscending(bits, others, first + 1, (sorted[from + BLOCK]?.key ?? limit) - 1);
    for (const { list } of block) encodeAscending(bits, list, 0, documents - 1);
  }
  return { set: bitmap, pairs: sorted.length, limit, keys, places };
}

/** `length`: of the bits that the places point into, in bits. */
export function writePairs(out: ByteWriter, directory: PairDirectory, length: number): void {
  const bits = new BitWriter();
  encodeAscending(bits, directory.keys, 0, directory.limit - 1);
  encodeAscending(bits, directory.places, 0, length - 1);
  const bytes = bits.finish();
  out.bytes(directory.set);
  out.varint(directory.pairs);
  out.varint(bytes.length);
  out.bytes(bytes);
}

function keyOf(set: HanSet, term: string): number {
  const second = term.length > 1 ? set.rank(term.charCodeAt(1)) : 0;
  return set.rank(term.charCodeAt(0)) * (set.size + 1) + second;
}

/** Above every key. */
function limitOf(set: HanSet): number {
  return (set.size + 1) * (set.size + 1);
}

interface Opened {
  readonly set: HanSet;
  /** Of the blocks, and one more: the limit of all keys. */
  readonly keys: Uint32Array;
  readonly places: Uint32Array;
}

// Used by one look-up at a time, as nothing here waits.
const keys = new Uint32Array(BLOCK);
const counts = new Uint32Array(BLOCK);

export class PairTerms {
  readonly #bitmap: Uint8Array;
  readonly #pairs: number;
  readonly #directory: Uint8Array;
  #opened: Opened | undefined;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    this.#bitmap = input.bytes(HAN_BYTES);
    const start = input.offset;
    this.#pairs = input.varint();
    this.#directory = input.bytes(input.varint());
    // A block takes at least two bytes of the directory, save for a handful of blocks.
    if (this.#pairs > BLOCK * (8 * this.#directory.length + 64))
      throw new DamagedBytes(`${this.#pairs} pairs in a directory of ${this.#directory.length} bytes`, start);
  }

  /** Appends the list of the pair `first` `second` to `lists`; with `second` 0, of the first `most` pairs of `first`. */
  find(first: number, second: number, reader: PostingReader, lists: Lists, most: number): void {
    this.#opened ??= this.#open(reader.length);
    const { set } = this.#opened;
    const low = set.rank(first);
    const high = second === 0 ? set.size : set.rank(second);
    if (low === 0 || (second !== 0 && high === 0)) return;
    const base = low * (set.size + 1);
    this.#scan(this.#opened, second === 0 ? base : base + high, base + high, reader, lists, most);
  }

  #scan(opened: Opened, low: number, high: number, reader: PostingReader, lists: Lists, most: number): void {
    const enough = lists.length + 2 * most;
    const blocks = opened.places.length;
    for (let block = blockOf(opened, low); block < blocks; block++) {
      const first = opened.keys[block] ?? 0;
      if (first > high) return;
      const size = Math.min(BLOCK, this.#pairs - BLOCK * block);
      const { bits } = reader;
      bits.at = opened.places[block] ?? 0;
      for (let i = 0; i < size; i++) counts[i] = bits.gamma();
      keys[0] = first;
      decodeAscending(bits, keys, 1, size, first + 1, (opened.keys[block + 1] ?? 0) - 1);
      let last = size;
      while (last > 0 && (keys[last - 1] ?? 0) > high) last--;
      for (let i = 0; i < last; i++) {
        const count = counts[i] ?? 0;
        if ((keys[i] ?? 0) >= low) {
          lists.push(bits.at, count);
          if (lists.length >= enough) return;
        }
        if (i + 1 < last) reader.skip(count);
      }
      if (last < size) return;
    }
  }

  #open(length: number): Opened {
    const set = new HanSet(this.#bitmap);
    const blocks = Math.ceil(this.#pairs / BLOCK);
    const keys = new Uint32Array(blocks + 1);
    const places = new Uint32Array(blocks);
    const bits = new BitReader(this.#directory);
    decodeAscending(bits, keys, 0, blocks, 0, limitOf(set) - 1);
    decodeAscending(bits, places, 0, blocks, 0, length - 1);
    keys[blocks] = limitOf(set);
    return { set, keys, places };
  }
}

/** The last block whose first key is at most `key`; the first where there is none. */
function blockOf({ keys, places }: Opened, key: number): number {
  let low = 0;
  let high = places.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) <= key) low = middle;
    else high = middle;
  }
  return low;
}
