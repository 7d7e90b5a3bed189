// The term dictionary of everything that is not Han text: Latin words, numbers, and the keys of codes behind a mark that no
// word begins with. Sorted by UTF-8 bytes, front-coded in blocks of 32 (each word without what it shares with the one
// before it), queried in place: exactly, or by prefix.
//
//   varint  blocks
//   varint  length in bytes, then as bits the directory: where each block begins in the words, and where the frequency and
//           list of its first word begin
//   varint  length in bytes, then words: u8 of two halves, 16 times how many bytes are shared with the word before it in its block (0
//           for the first), and how many follow; for each half that is 15, u8 how many these are; the bytes that follow
//
// Before a posting list stands its document frequency (gamma), apart from the words: so these compress like the text they are.

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import { ByteWriter } from '../base/byte-writer.ts';
import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import { BitReader, BitWriter } from './bit-stream.ts';
import type { PostingReader } from './posting-reader.ts';

const BLOCK = 32;

/** Of a byte: from here on it does not say the number itself. */
const HALF = 15;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Longest word, in UTF-8 bytes. */
const MAX_BYTES = 255;

/** `exact`: the word is the prefix itself. `spelled` gives the word, during the call only. Returns whether to go on. */
export type VisitWord = (exact: boolean, bit: number, frequency: number, spelled: () => string) => boolean;

// Used by one scan at a time, as nothing here waits.
const word = new Uint8Array(MAX_BYTES + 1);

interface WordDirectory {
  readonly words: Uint8Array;
  /** Of the blocks, in bytes of `words` and in bits of the posting lists. */
  readonly places: readonly number[];
  readonly lists: readonly number[];
}

/** `terms`: words of at most 255 bytes → ascending document numbers below `documents`. Lists are appended to `bits`. */
export function encodeWords(
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): WordDirectory {
  const sorted = [...terms]
    .map(([term, list]) => ({ bytes: encoder.encode(term).subarray(0, MAX_BYTES), list }))
    .sort((a, b) => compare(a.bytes, b.bytes));
  const places: number[] = [];
  const lists: number[] = [];
  const stream = new ByteWriter();
  let former = new Uint8Array(0);
  sorted.forEach(({ bytes, list }, i) => {
    let shared = 0;
    if (i % BLOCK === 0) {
      places.push(stream.length);
      lists.push(bits.length);
    } else while (shared < former.length && former[shared] === bytes[shared]) shared++;
    const rest = bytes.length - shared;
    stream.u8(16 * Math.min(HALF, shared) + Math.min(HALF, rest));
    for (const half of [shared, rest]) if (half >= HALF) stream.u8(half);
    stream.bytes(bytes.subarray(shared));
    bits.gamma(list.length);
    encodeAscending(bits, list, 0, documents - 1);
    former = bytes;
  });
  return { words: stream.finish(), places, lists };
}

/** `length`: of the posting lists, in bits. */
export function writeWords(out: ByteWriter, { words, places, lists }: WordDirectory, length: number): void {
  const bits = new BitWriter();
  encodeAscending(bits, places, 0, words.length - 1);
  encodeAscending(
    bits,
    lists.map((bit, block) => bit + block),
    0,
    length + lists.length,
  );
  const directory = bits.finish();
  out.varint(places.length);
  out.varint(directory.length);
  out.bytes(directory);
  out.varint(words.length);
  out.bytes(words);
}

/** A word as the dictionary has it. */
export function encodeWord(word: string): Uint8Array {
  return encoder.encode(word);
}

interface Opened {
  readonly places: Uint32Array;
  readonly lists: Uint32Array;
}

export class WordTerms {
  readonly #blocks: number;
  readonly #directory: Uint8Array;
  readonly #words: Uint8Array;
  #opened: Opened | undefined;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    const start = input.offset;
    this.#blocks = input.varint();
    this.#directory = input.bytes(input.varint());
    this.#words = input.bytes(input.varint());
    if (2 * this.#blocks > this.#words.length)
      throw new DamagedBytes(`${this.#blocks} blocks of words in ${this.#words.length} bytes`, start);
  }

  /** Visits the words that begin with `wanted` (UTF-8), in order, until `visit` says stop. */
  scan(wanted: Uint8Array, reader: PostingReader, visit: VisitWord): void {
    this.#opened ??= this.#open(reader.bits.length);
    const { places, lists } = this.#opened;
    const words = this.#words;
    let length = 0;
    const spelled = () => decoder.decode(word.subarray(0, length));
    for (let block = this.#blockOf(places, wanted); block < places.length; block++) {
      // Lists that were passed are skipped when one of the block is wanted, and not before.
      const { bits } = reader;
      let bit = lists[block] ?? 0;
      let passed = 0;
      const end = Math.min(places[block + 1] ?? words.length, words.length);
      for (let at = places[block] ?? 0; at < end; ) {
        const halves = words[at++] ?? 0;
        const shared = halves >>> 4 < HALF ? halves >>> 4 : (words[at++] ?? 0);
        const rest = (halves & 15) < HALF ? halves & 15 : (words[at++] ?? 0);
        length = Math.min(MAX_BYTES, shared + rest);
        for (let i = shared; i < length; i++) word[i] = words[at++] ?? 0;
        const order = comparePrefix(word, 0, length, wanted);
        if (order > 0) return;
        if (order === 0) {
          bits.at = bit;
          for (; passed > 0; passed--) reader.next(bits.gamma());
          bit = bits.at;
          const count = bits.gamma();
          if (!visit(length === wanted.length, bits.at, count, spelled)) return;
        }
        passed++;
      }
    }
  }

  #open(length: number): Opened {
    const places = new Uint32Array(this.#blocks);
    const lists = new Uint32Array(this.#blocks);
    const bits = new BitReader(this.#directory);
    decodeAscending(bits, places, 0, this.#blocks, 0, this.#words.length - 1);
    decodeAscending(bits, lists, 0, this.#blocks, 0, length + this.#blocks);
    for (let block = 0; block < this.#blocks; block++) lists[block] = (lists[block] ?? 0) - block;
    return { places, lists };
  }

  /** The last block whose first word is below or at `wanted`; the first where there is none. */
  #blockOf(places: Uint32Array, wanted: Uint8Array): number {
    const words = this.#words;
    let low = 0;
    let high = places.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      let at = places[middle] ?? 0;
      let length = (words[at++] ?? 0) & 15;
      if (length === HALF) length = words[at++] ?? 0;
      const order = comparePrefix(words, at, length, wanted);
      if (order < 0 || (order === 0 && length <= wanted.length)) low = middle;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const order = comparePrefix(a, 0, a.length, b);
  return order === 0 ? a.length - b.length : order;
}

/** 0 where the `length` bytes of `word` from `start` on begin with `prefix`; else the order of the two. */
function comparePrefix(word: Uint8Array, start: number, length: number, prefix: Uint8Array): number {
  for (let i = 0; i < prefix.length; i++) {
    if (i >= length) return -1;
    const difference = (word[start + i] ?? 0) - (prefix[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
