// The term dictionary of Han text: characters, and pairs of them, queried in place. A pair is one number, its key, and the
// dictionary of pairs is the ascending list of these numbers:
//
//   key = rank(first) · characters + rank(second)
//
// Ranks are by frequency (character-lists.ts), so keys crowd where both characters are common, and crowded keys cost few bits.
//
//   varint  characters
//   varint  pairs
//   varint  length in bytes, then as bits the directory, expanded when the dictionary is first asked:
//           … CharacterLists
//           … BlockDirectory
//
// A block stands among the posting lists themselves, so that one place leads to all of it:
//
//   …       the other keys, between the block's first and that of the next block
//   …       for each pair, in how many documents it stands (count-codec.ts), and its posting list, both in terms of the k documents that its
//           two characters have in common: 1 … k of the numbers 0 … k - 1
//
// What the lists of two characters say is not said again by the list of each of their pairs: a pair is rare in the segment, and frequent
// among the documents that have both its characters. In 10,000 sections lists of pairs by themselves take 1,124 kB, those of
// characters 470 and those of pairs in terms of them 474. And most pairs that do not occur are found out by two rows of bits.
//
// Ascending lists are coded by ascending-codec.ts. What a reader wants of a block is found by reading the lists before it:
// a dozen numbers, for which no offset is kept.

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import { BitReader, BitWriter } from './bit-stream.ts';
import { BlockDirectory, encodeBlocks, KEYS } from './block-directory.ts';
import {
  CharacterLists,
  type EncodedCharacters,
  encodeCharacters,
  writeCharacters,
} from './character-lists.ts';
import { decodeCount, encodeCount } from './count-codec.ts';
import { HAN_CHARACTERS } from './han-set.ts';
import type { Lists, PostingReader } from './posting-reader.ts';

interface PairDirectory {
  readonly characters: EncodedCharacters;
  readonly pairs: number;
  readonly keys: readonly number[];
  readonly places: readonly number[];
}

/** `terms`: one or two Han characters → ascending document numbers below `documents`. Lists and blocks are appended to `bits`. */
export function encodePairs(
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): PairDirectory {
  const characters = encodeCharacters(bits, terms, documents);
  const rankAt = (term: string, at: number) => characters.ranks.get(term.charCodeAt(at)) ?? 0;
  const size = characters.units.length;
  const sorted = [...terms]
    .filter(([term]) => term.length > 1)
    .map(([term, list]) => ({ key: rankAt(term, 0) * size + rankAt(term, 1), list }))
    .sort((a, b) => a.key - b.key);
  const keys: number[] = [];
  const places: number[] = [];
  for (let from = 0; from < sorted.length; from += KEYS) {
    const block = sorted.slice(from, from + KEYS);
    const [first = 0, ...others] = block.map(({ key }) => key);
    keys.push(first);
    places.push(bits.length);
    encodeAscending(bits, others, first + 1, (sorted[from + KEYS]?.key ?? size * size) - 1);
    for (const { key, list } of block) {
      const common = numbersOf(characters.lists[Math.floor(key / size)], characters.lists[key % size]);
      encodeCount(bits, list.length, common.size);
      const numbers = list.map((document) => common.get(document) ?? 0);
      encodeAscending(bits, numbers, 0, common.size - 1);
    }
  }
  return { characters, pairs: sorted.length, keys, places };
}

/** Of the documents in both lists, each with its number among them. */
function numbersOf(first: readonly number[] = [], second: readonly number[] = []): Map<number, number> {
  const numbers = new Map<number, number>();
  let at = 0;
  for (const document of first) {
    while ((second[at] ?? Number.POSITIVE_INFINITY) < document) at++;
    if (second[at] === document) numbers.set(document, numbers.size);
  }
  return numbers;
}

/** `length`: of the bits that the places point into, in bits. */
export function writePairs(out: ByteWriter, directory: PairDirectory, length: number): void {
  const { characters, pairs, keys, places } = directory;
  const size = characters.units.length;
  const bits = new BitWriter();
  writeCharacters(bits, characters, length);
  encodeBlocks(bits, keys, places, { count: pairs, limit: size * size, length });
  const bytes = bits.finish();
  out.varint(size);
  out.varint(pairs);
  out.varint(bytes.length);
  out.bytes(bytes);
}

interface Opened {
  readonly characters: CharacterLists;
  readonly blocks: BlockDirectory;
}

// Used by one look-up at a time, as nothing here waits.
const keys = new Uint32Array(KEYS);

export class PairTerms {
  readonly #characters: number;
  readonly #pairs: number;
  readonly #directory: Uint8Array;
  #opened: Opened | undefined;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    const start = input.offset;
    this.#characters = input.varint();
    this.#pairs = input.varint();
    this.#directory = input.bytes(input.varint());
    if (this.#characters > HAN_CHARACTERS || this.#pairs > this.#characters * this.#characters)
      throw new DamagedBytes(`${this.#pairs} pairs of ${this.#characters} characters`, start);
    // A block takes at least two bits of the directory, save for a handful of blocks.
    if (this.#pairs > KEYS * (4 * this.#directory.length + 64))
      throw new DamagedBytes(`${this.#pairs} pairs in a directory of ${this.#directory.length} bytes`, start);
  }

  /** Appends the list of the pair `first` `second` to `lists`; with `second` 0, of the character `first`. */
  find(first: number, second: number, reader: PostingReader, lists: Lists): void {
    this.#opened ??= this.#open(reader);
    const { characters } = this.#opened;
    const a = characters.rank(first);
    if (a < 0) return;
    if (second === 0) {
      lists.push(characters.bit(a), characters.frequency(a), 0);
      return;
    }
    const b = characters.rank(second);
    if (b < 0) return;
    characters.trim();
    const common = characters.countCommon(characters.row(a), characters.row(b));
    if (common > 0) this.#findKey(this.#opened, a * characters.size + b, common, reader, lists);
  }

  /** `common`: documents of both characters of `key`. */
  #findKey(opened: Opened, key: number, common: number, reader: PostingReader, lists: Lists): void {
    const { characters, blocks } = opened;
    const block = blocks.find(key);
    const first = blocks.key(block);
    const size = Math.min(KEYS, this.#pairs - KEYS * block);
    if (size <= 0 || first > key) return;
    const { bits } = reader;
    bits.at = blocks.place(block);
    keys[0] = first;
    const next = size < KEYS ? characters.size ** 2 : blocks.key(block + 1);
    decodeAscending(bits, keys, 1, size, first + 1, next - 1);
    let found = 0;
    while (found < size && (keys[found] ?? 0) < key) found++;
    if (found === size || keys[found] !== key) return;
    let row = 0;
    let end = 0;
    for (let i = 0; i < found; i++) {
      const passed = keys[i] ?? 0;
      if (passed >= end) {
        const rank = Math.floor(passed / characters.size);
        row = characters.row(rank);
        end = (rank + 1) * characters.size;
      }
      const most = characters.countCommon(row, characters.row(passed - end + characters.size));
      const count = decodeCount(bits, most);
      if (count === 1) bits.centred(most);
      else if (count < most) reader.next(count, most);
    }
    const count = decodeCount(bits, common);
    lists.push(bits.at, count, 1 + key);
  }

  /** Puts the documents of a found list whose third number is `pair`, not 0, into the reader's postings; returns how many. */
  load(bit: number, count: number, pair: number, reader: PostingReader): number {
    const { characters } = this.#opened ?? this.#open(reader);
    characters.trim();
    const rank = Math.floor((pair - 1) / characters.size);
    const first = characters.row(rank);
    const second = characters.row(pair - 1 - rank * characters.size);
    const common = characters.countCommon(first, second);
    reader.bits.at = bit;
    const size = reader.next(count, common);
    characters.toDocuments(first, second, reader.postings, size);
    return size;
  }

  #open(reader: PostingReader): Opened {
    const bits = new BitReader(this.#directory);
    const characters = new CharacterLists(bits, this.#characters, reader);
    const limit = this.#characters * this.#characters;
    const blocks = new BlockDirectory(bits, { count: this.#pairs, limit, length: reader.bits.length });
    return { characters, blocks };
  }
}
