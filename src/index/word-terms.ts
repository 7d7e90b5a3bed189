// The term dictionary of everything that is not Han text: Latin words, numbers, and the keys of codes behind a mark that no
// word begins with. Sorted by UTF-8 bytes, front-coded in blocks of 32 (each word without what it shares with the one
// before it), queried in place: exactly, or by prefix.
//
//   varint  length in bytes, then the block directory (keys 0)
//   varint  length in bytes, then terms: u8 bytes shared with the word before it in its block (0 for the first),
//           u8 bytes that follow, these bytes, varint document frequency - 1

import type { ByteReader } from '../base/byte-reader.ts';
import { ByteWriter } from '../base/byte-writer.ts';
import { BLOCK_TERMS, type Block, decodeBlocks, encodeBlocks, TermCursor } from './block-directory.ts';
import { type BitWriter, encodePostings, type PostingReader } from './posting-codec.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Longest word, in UTF-8 bytes. */
const MAX_BYTES = 255;

/** `exact`: the word is the prefix itself. `spelled` gives the word, during the call only. Returns whether to go on. */
export type VisitWord = (exact: boolean, bit: number, frequency: number, spelled: () => string) => boolean;

// Used by one scan at a time, as nothing here waits.
const word = new Uint8Array(MAX_BYTES + 1);

/** `terms`: words of at most 255 bytes → ascending document numbers below `documents`. Lists are appended to `bits`. */
export function encodeWords(
  out: ByteWriter,
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): void {
  const sorted = [...terms]
    .map(([term, list]) => ({ bytes: encoder.encode(term).subarray(0, MAX_BYTES), list }))
    .sort((a, b) => compare(a.bytes, b.bytes));
  const blocks: Block[] = [];
  const stream = new ByteWriter();
  let former = new Uint8Array(0);
  sorted.forEach(({ bytes, list }, i) => {
    let shared = 0;
    if (i % BLOCK_TERMS === 0) blocks.push({ key: 0, term: stream.length, bit: bits.length });
    else while (shared < former.length && former[shared] === bytes[shared]) shared++;
    stream.u8(shared);
    stream.u8(bytes.length - shared);
    stream.bytes(bytes.subarray(shared));
    stream.varint(list.length - 1);
    encodePostings(bits, list, documents);
    former = bytes;
  });
  const directory = encodeBlocks(blocks);
  out.varint(directory.length);
  out.bytes(directory);
  out.varint(stream.length);
  out.bytes(stream.finish());
}

/** A word as the dictionary has it. */
export function encodeWord(word: string): Uint8Array {
  return encoder.encode(word);
}

export class WordTerms {
  readonly #directory: Uint8Array;
  readonly #stream: Uint8Array;
  #blocks: Uint32Array | undefined;

  constructor(input: ByteReader) {
    this.#directory = input.bytes(input.varint());
    this.#stream = input.bytes(input.varint());
  }

  /** Visits the words that begin with `wanted` (UTF-8), in order, until `visit` says stop. */
  scan(wanted: Uint8Array, reader: PostingReader, visit: VisitWord): void {
    this.#blocks ??= decodeBlocks(this.#directory);
    const blocks = this.#blocks;
    let length = 0;
    const spelled = () => decoder.decode(word.subarray(0, length));
    for (let block = this.#blockOf(blocks, wanted); block < blocks.length; block += 3) {
      let bit = blocks[block + 2] ?? 0;
      const end = Math.min(blocks[block + 4] ?? this.#stream.length, this.#stream.length);
      const cursor = new TermCursor(this.#stream, blocks[block + 1] ?? 0);
      while (cursor.at < end) {
        const shared = cursor.byte();
        length = Math.min(MAX_BYTES, shared + cursor.byte());
        for (let i = shared; i < length; i++) word[i] = cursor.byte();
        const frequency = cursor.varint() + 1;
        const order = comparePrefix(word, length, wanted);
        if (order > 0) return;
        if (order === 0 && !visit(length === wanted.length, bit, frequency, spelled)) return;
        bit += reader.size(frequency);
      }
    }
  }

  /** The last block whose first word is below or at `wanted`; the first where there is none. */
  #blockOf(blocks: Uint32Array, wanted: Uint8Array): number {
    let low = 0;
    let high = blocks.length / 3;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      const at = blocks[3 * middle + 1] ?? 0;
      const word = this.#stream.subarray(at + 2, at + 2 + (this.#stream[at + 1] ?? 0));
      if (compare(word, wanted) <= 0) low = middle;
      else high = middle;
    }
    return 3 * low;
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const order = comparePrefix(a, a.length, b);
  return order === 0 ? a.length - b.length : order;
}

/** 0 where the first `length` bytes of `word` begin with `prefix`; else the order of the two. */
function comparePrefix(word: Uint8Array, length: number, prefix: Uint8Array): number {
  for (let i = 0; i < prefix.length; i++) {
    if (i >= length) return -1;
    const difference = (word[i] ?? 0) - (prefix[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
