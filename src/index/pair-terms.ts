// The term dictionary of Han text: pairs of characters, queried in place. A pair is one number, and the dictionary is the
// ascending list of these numbers:
//
//   key = rank(first) · (characters + 1) + rank(second), second = 0 for a character that ends its run
//
// so all pairs that begin with one character are one range, which answers one-character queries and prefixes.
//
//   bytes   HanSet                        characters that occur
//   varint  length in bytes, then the block directory: key, place of the first term, place of its first posting list
//   varint  length in bytes, then terms   each: varint 2 · gap to the key before it in its block (0 for the first)
//                                         + 1 where more than one document has it, then varint document frequency - 2
//
// The document frequency comes with the term, because two thirds of all pairs occur in one document of a segment.

import type { ByteReader } from '../base/byte-reader.ts';
import { ByteWriter } from '../base/byte-writer.ts';
import {
  BLOCK_TERMS,
  type Block,
  decodeBlocks,
  encodeBlocks,
  type Lists,
  TermCursor,
} from './block-directory.ts';
import { encodeHanSet, HAN_BYTES, HanSet } from './han-set.ts';
import { type BitWriter, encodePostings, type PostingReader } from './posting-codec.ts';

/** `terms`: one or two Han characters → ascending document numbers below `documents`. Lists are appended to `bits`. */
export function encodePairs(
  out: ByteWriter,
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): void {
  const units = new Set<number>();
  for (const term of terms.keys()) for (let i = 0; i < term.length; i++) units.add(term.charCodeAt(i));
  const bitmap = encodeHanSet(units);
  const set = new HanSet(bitmap);
  const keyed = [...terms]
    .map(([term, list]) => ({ key: keyOf(set, term), list }))
    .sort((a, b) => a.key - b.key);
  const blocks: Block[] = [];
  const stream = new ByteWriter();
  let former = 0;
  keyed.forEach(({ key, list }, i) => {
    if (i % BLOCK_TERMS === 0) {
      blocks.push({ key, term: stream.length, bit: bits.length });
      former = key;
    }
    stream.varint((key - former) * 2 + (list.length > 1 ? 1 : 0));
    if (list.length > 1) stream.varint(list.length - 2);
    encodePostings(bits, list, documents);
    former = key;
  });
  const directory = encodeBlocks(blocks);
  out.bytes(bitmap);
  out.varint(directory.length);
  out.bytes(directory);
  out.varint(stream.length);
  out.bytes(stream.finish());
}

function keyOf(set: HanSet, term: string): number {
  const second = term.length > 1 ? set.rank(term.charCodeAt(1)) : 0;
  return set.rank(term.charCodeAt(0)) * (set.size + 1) + second;
}

export class PairTerms {
  readonly #bitmap: Uint8Array;
  readonly #directory: Uint8Array;
  readonly #stream: Uint8Array;
  #set: HanSet | undefined;
  #blocks: Uint32Array | undefined;

  constructor(input: ByteReader) {
    this.#bitmap = input.bytes(HAN_BYTES);
    this.#directory = input.bytes(input.varint());
    this.#stream = input.bytes(input.varint());
  }

  /** Appends the list of the pair `first` `second` to `lists`; with `second` 0, of the first `most` pairs of `first`. */
  find(first: number, second: number, reader: PostingReader, lists: Lists, most: number): void {
    this.#set ??= new HanSet(this.#bitmap);
    const low = this.#set.rank(first);
    const high = second === 0 ? this.#set.size : this.#set.rank(second);
    if (low === 0 || (second !== 0 && high === 0)) return;
    const base = low * (this.#set.size + 1);
    this.#scan(second === 0 ? base : base + high, base + high, reader, lists, most);
  }

  #scan(low: number, high: number, reader: PostingReader, lists: Lists, most: number): void {
    this.#blocks ??= decodeBlocks(this.#directory);
    const blocks = this.#blocks;
    const enough = lists.length + 2 * most;
    for (let block = blockOf(blocks, low); block < blocks.length; block += 3) {
      let key = blocks[block] ?? 0;
      let bit = blocks[block + 2] ?? 0;
      const end = Math.min(blocks[block + 4] ?? this.#stream.length, this.#stream.length);
      const cursor = new TermCursor(this.#stream, blocks[block + 1] ?? 0);
      while (cursor.at < end) {
        const code = cursor.varint();
        const frequency = code % 2 === 0 ? 1 : cursor.varint() + 2;
        key += code >>> 1;
        if (key > high) return;
        if (key >= low) {
          lists.push(bit, frequency);
          if (lists.length >= enough) return;
        }
        bit += reader.size(frequency);
      }
    }
  }
}

/** The last block whose key is at most `key`; the first where there is none. */
function blockOf(blocks: Uint32Array, key: number): number {
  let low = 0;
  let high = blocks.length / 3;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((blocks[3 * middle] ?? 0) <= key) low = middle;
    else high = middle;
  }
  return 3 * low;
}
