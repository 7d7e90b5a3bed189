// The Han characters of a segment and the posting list of each: the documents whose text has a term with the character in it. They
// answer queries of one character, and are what the lists of pairs are written in terms of (pair-terms.ts).
//
// Characters are ranked by descending document frequency, then by code point, so that the numbers of what is common are small.
// In the directory of the segment, as bits:
//
//   …       HanSet
//   …       for each character in the order of code points, its document frequency f: gamma of (f + 3) >> 2, then the two low
//           bits of f + 3 (an exponential Golomb code of order 2: two bits more than a gamma code for the rare, two fewer for the common)
//   …       ascending: where each group of lists begins in the stream of posting lists, plus the number of the group
//
// In the stream, the lists by rank. A group of them ends with the list that gives it GROUP_POSTINGS documents or GROUP_LISTS
// lists: a place for every list would cost more than reading a few lists in vain.
//
// Lists that were read are kept as bitmaps, a row of 32-bit words each, as what two characters have in common is asked for every
// pair that is passed: a few words ANDed. Rows are kept until there are MAX_ROWS, then all are dropped. In a file of 290 documents a
// row is 40 bytes: the first query needs some twenty of them, and all 1,350 characters, should all be asked for, take 54 kB.

import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import type { BitReader, BitWriter } from './bit-stream.ts';
import { encodeHanSet, HAN_CHARACTERS, HanSet } from './han-set.ts';
import type { PostingReader } from './posting-reader.ts';

/** A few microseconds of reading; half as many would cost 3 kB in 10,000 sections, and no look-up became faster. */
const GROUP_POSTINGS = 256;
const GROUP_LISTS = 32;

/** More than a file of some hundred documents has characters: with fewer, queries at random drop rows that the next one needs. */
const MAX_ROWS = 1536;
const FIRST_ROWS = 32;

export interface EncodedCharacters {
  /** Ascending. */
  readonly units: readonly number[];
  readonly ranks: ReadonlyMap<number, number>;
  /** Documents by rank. */
  readonly lists: readonly (readonly number[])[];
  /** Of the groups, in bits. */
  readonly places: readonly number[];
}

/** `terms`: Han text → ascending document numbers below `documents`. Lists are appended to `bits`. */
export function encodeCharacters(
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): EncodedCharacters {
  const found = new Map<number, Set<number>>();
  for (const [term, list] of terms) {
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      const set = found.get(unit) ?? new Set();
      found.set(unit, set);
      for (const document of list) set.add(document);
    }
  }
  const ranked = [...found].sort(([a, x], [b, y]) => y.size - x.size || a - b);
  const lists = ranked.map(([, set]) => [...set].sort((a, b) => a - b));
  const starts = new Set(startsOfGroups(lists.map((list) => list.length)));
  const places: number[] = [];
  lists.forEach((list, rank) => {
    if (starts.has(rank)) places.push(bits.length);
    encodeAscending(bits, list, 0, documents - 1);
  });
  const ranks = new Map(ranked.map(([unit], rank) => [unit, rank]));
  return { units: [...found.keys()].sort((a, b) => a - b), ranks, lists, places };
}

/** `length`: of the bits that the places point into. */
export function writeCharacters(
  bits: BitWriter,
  { units, ranks, lists, places }: EncodedCharacters,
  length: number,
): void {
  encodeHanSet(bits, units);
  for (const unit of units) {
    const more = (lists[ranks.get(unit) ?? 0]?.length ?? 0) + 3;
    bits.gamma(more >>> 2);
    bits.bits(more, 2);
  }
  const numbered = places.map((place, group) => place + group);
  encodeAscending(bits, numbered, 0, length + places.length);
}

/** Ranks of the first characters of groups. `frequencies`: by rank. */
function startsOfGroups(frequencies: ArrayLike<number>): number[] {
  const starts: number[] = [];
  let postings = GROUP_POSTINGS;
  for (let rank = 0; rank < frequencies.length; rank++) {
    if (postings >= GROUP_POSTINGS || rank - (starts[starts.length - 1] ?? 0) === GROUP_LISTS) {
      starts.push(rank);
      postings = 0;
    }
    postings += frequencies[rank] ?? 0;
  }
  return starts;
}

export class CharacterLists {
  readonly size: number;
  readonly #set: HanSet;
  /** By number in the set. */
  readonly #ranks: Uint16Array;
  /** By rank. */
  readonly #frequencies: Uint32Array;
  /** Of the groups: first rank, and bit. */
  readonly #starts: readonly number[];
  readonly #places: Uint32Array;
  readonly #reader: PostingReader;
  /** Words of a row: an even number. */
  readonly #width: number;
  /** By rank: 1 + number of the row that is kept, 0 where none is. */
  readonly #kept: Uint16Array;
  #rows = new Uint32Array(0);
  #used = 0;

  /** `size`: at most HAN_CHARACTERS. */
  constructor(bits: BitReader, size: number, reader: PostingReader) {
    this.size = size;
    this.#set = new HanSet(bits, size);
    this.#ranks = new Uint16Array(size);
    this.#frequencies = new Uint32Array(size);
    decodeFrequencies(bits, size, reader.documents);
    rank(reader.documents, this.#ranks, this.#frequencies);
    this.#starts = startsOfGroups(this.#frequencies);
    this.#places = new Uint32Array(this.#starts.length);
    decodeAscending(bits, this.#places, 0, this.#places.length, 0, reader.bits.length + this.#places.length);
    this.#reader = reader;
    this.#width = 2 * Math.ceil(reader.documents / 64);
    this.#kept = new Uint16Array(size);
  }

  /** -1 for a character that does not occur. */
  rank(unit: number): number {
    const number = this.#set.find(unit);
    return number < 0 ? -1 : (this.#ranks[number] ?? -1);
  }

  frequency(rank: number): number {
    return this.#frequencies[rank] ?? 0;
  }

  /** Where the list of a character begins in the stream. */
  bit(rank: number): number {
    const reader = this.#reader;
    for (let at = this.#seekGroup(rank); at < rank; at++) reader.next(this.#frequencies[at] ?? 0);
    return reader.bits.at;
  }

  /** Drops rows where too many are kept: between look-ups, as none may go during one. */
  trim(): void {
    if (this.#used < MAX_ROWS) return;
    this.#kept.fill(0);
    this.#used = 0;
  }

  /** How many documents two rows have in common. */
  countCommon(first: number, second: number): number {
    let a = first;
    let b = second;
    const rows = this.#rows;
    let count = 0;
    for (const end = a + this.#width; a < end; a += 2, b += 2) {
      const low = pairsOf((rows[a] ?? 0) & (rows[b] ?? 0));
      const high = pairsOf((rows[a + 1] ?? 0) & (rows[b + 1] ?? 0));
      count += sumOf(nibblesOf(low) + nibblesOf(high));
    }
    return count;
  }

  /**
   * Replaces the first `count` of `numbers`, which ascend and count the documents that two rows have in common, by these
   * documents.
   */
  toDocuments(first: number, second: number, numbers: Uint32Array, count: number): void {
    const rows = this.#rows;
    let passed = 0;
    let done = 0;
    for (let word = 0; word < this.#width && done < count; word++) {
      let rest = (rows[first + word] ?? 0) & (rows[second + word] ?? 0);
      const next = passed + sumOf(nibblesOf(pairsOf(rest)));
      for (; done < count && (numbers[done] ?? 0) < next; done++) {
        for (; passed < (numbers[done] ?? 0); passed++) rest &= rest - 1;
        numbers[done] = 32 * word + 31 - Math.clz32(rest & -rest);
      }
      passed = next;
    }
  }

  /** The row of a character, until the next `trim`; reads its group where it is not kept. */
  row(rank: number): number {
    const kept = this.#kept[rank] ?? 0;
    return (kept === 0 ? this.#readRow(rank) : kept - 1) * this.#width;
  }

  #readRow(rank: number): number {
    const reader = this.#reader;
    const from = reader.bits.at;
    const { postings } = reader;
    for (let at = this.#seekGroup(rank); at <= rank; at++) {
      const count = reader.next(this.#frequencies[at] ?? 0);
      if ((this.#kept[at] ?? 0) > 0) continue;
      const start = this.#addRow();
      const rows = this.#rows;
      for (let i = 0; i < count; i++) {
        const document = postings[i] ?? 0;
        const word = start + (document >>> 5);
        rows[word] = (rows[word] ?? 0) | (1 << (document & 31));
      }
      this.#kept[at] = this.#used;
    }
    reader.bits.at = from;
    return (this.#kept[rank] ?? 1) - 1;
  }

  /** Where it begins. */
  #addRow(): number {
    const start = this.#used++ * this.#width;
    const end = start + this.#width;
    if (end > this.#rows.length) {
      const grown = new Uint32Array(Math.max(2 * this.#rows.length, FIRST_ROWS * this.#width));
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows.fill(0, start, end);
    return start;
  }

  /** Goes to the first bit of the group that holds `rank`, and returns the rank of its first character. */
  #seekGroup(rank: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= rank) low = middle;
      else high = middle;
    }
    this.#reader.bits.at = (this.#places[low] ?? 0) - low;
    return starts[low] ?? 0;
  }
}

// Loops stand in functions of their own: a constructor with all of them would be compiled as a whole by a browser that finds it
// busy, which takes longer than what it does.

// By number in the set. Used by one opening at a time, as nothing here waits.
const frequencies = new Uint32Array(HAN_CHARACTERS);

function decodeFrequencies(bits: BitReader, size: number, documents: number): void {
  for (let i = 0; i < size; i++) {
    const high = bits.gamma();
    frequencies[i] = Math.min(4 * high + bits.bits(2) - 3, documents);
  }
}

/** By counting: descending by frequency, where frequencies are equal in the order given. Fills `ranks`, and `ordered` by rank. */
function rank(documents: number, ranks: Uint16Array, ordered: Uint32Array): void {
  const next = new Uint32Array(documents + 1);
  for (let i = 0; i < ranks.length; i++) {
    const frequency = frequencies[i] ?? 0;
    next[frequency] = (next[frequency] ?? 0) + 1;
  }
  let before = 0;
  for (let frequency = documents; frequency >= 0; frequency--) {
    const count = next[frequency] ?? 0;
    next[frequency] = before;
    before += count;
  }
  for (let i = 0; i < ranks.length; i++) {
    const frequency = frequencies[i] ?? 0;
    const rank = next[frequency] ?? 0;
    ranks[i] = rank;
    ordered[rank] = frequency;
    next[frequency] = rank + 1;
  }
}

// Set bits, counted in each pair of bits, each four bits, and all together (Warren, "Hacker's Delight", 2nd ed. 2013, §5-1). Two
// words share the last step.

function pairsOf(word: number): number {
  return word - ((word >>> 1) & 0x55555555);
}

function nibblesOf(pairs: number): number {
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

/** Of nibbles up to 8. */
function sumOf(nibbles: number): number {
  return Math.imul((nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
