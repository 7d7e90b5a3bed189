// The LEXI file: what the query side must know of the language. It depends on the set of characters in the documents and on
// which synonyms stand there, not on any one document, so it hardly ever changes.
//
//   text    words that carry nothing (EMPTY_WORDS)
//   text    words that are said of any code (CODE_WORDS)
//   text    synonym groups, one a line, members between tabs: those that documents hold, an empty one, those that are only typed
//   map     variant → simplified
//   text    distinct sets of folded readings, one a line, readings between commas, the commonest set first
//   map     character → number of its set
//   map:    varint entries; varint length in bytes, then as bits the keys, ascending (ascending-codec.ts); then for each u8 low
//           byte of the value, then for each u8 high byte
//
// Readings cover every character of the documents and the 3,755 commonest of the language, because a homophone typed by
// mistake (余鹅不足) need not occur in any document.

import { CODE_WORDS, EMPTY_WORDS, type EmptyWords, parseEmptyWords } from '../analysis/empty-words.ts';
import { foldSyllable } from '../analysis/pinyin.ts';
import { isHan } from '../analysis/tokenizer.ts';
import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { decodeAscending, encodeAscending } from './ascending-codec.ts';
import { BitReader, BitWriter } from './bit-stream.ts';
import type { SynonymGroup } from './index-files.ts';

/** Further readings are rare ones (说 yue): they find more that is wrong than that is meant. */
const MAX_READINGS = 2;

export interface LexiconInput {
  readonly synonyms: readonly SynonymGroup[];
  /** Whether a document holds a word. */
  readonly isHeld: (word: string) => boolean;
  readonly variants: ReadonlyMap<string, string>;
  readonly readingsOf: (character: string) => readonly string[];
  /** Han units of all documents. */
  readonly units: ReadonlySet<number>;
}

export function encodeLexicon(out: ByteWriter, input: LexiconInput): void {
  out.text(EMPTY_WORDS);
  out.text(CODE_WORDS);
  out.text(input.synonyms.map((group) => groupLine(group, input.isHeld)).join('\n'));
  const variants = [...input.variants].filter(([from, to]) => isHanPair(from, to));
  encodeMap(
    out,
    variants.map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
  );
  const sets = new Map<string, number[]>();
  for (const unit of new Set([...input.units, ...commonUnits()])) {
    const readings = input.readingsOf(String.fromCharCode(unit)).slice(0, MAX_READINGS).map(foldSyllable);
    const set = [...new Set(readings)].filter((reading) => reading !== '').join(',');
    if (set === '') continue;
    const units = sets.get(set);
    if (units === undefined) sets.set(set, [unit]);
    else units.push(unit);
  }
  const sorted = [...sets].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  out.text(sorted.map(([set]) => set).join('\n'));
  encodeMap(
    out,
    sorted.flatMap(([, units], index) => units.map((unit): [number, number] => [unit, index])),
  );
}

function groupLine(group: SynonymGroup, isHeld: (word: string) => boolean): string {
  const held = group.filter(isHeld);
  return [...held, '', ...group.filter((word) => !held.includes(word))].join('\t');
}

/** Compatibility forms are folded by NFKC before, and rarer blocks are words of one character. */
function isHanPair(from: string, to: string): boolean {
  const single = from.length === 1 && to.length === 1 && from !== to;
  return single && isHan(from.charCodeAt(0)) && isHan(to.charCodeAt(0));
}

/** Values in two planes: each compresses among its like. */
function encodeMap(out: ByteWriter, pairs: [number, number][]): void {
  const sorted = pairs.sort((a, b) => a[0] - b[0]);
  const bits = new BitWriter();
  encodeAscending(
    bits,
    sorted.map(([key]) => key),
    FIRST_HAN,
    LAST_HAN,
  );
  const keys = bits.finish();
  out.varint(sorted.length);
  out.varint(keys.length);
  out.bytes(keys);
  for (const [, value] of sorted) out.u8(value & 255);
  for (const [, value] of sorted) out.u8(value >>> 8);
}

/** GB 2312 level 1: rows 16 … 55 of 94 characters, less the last five cells, in use since 1980 as "the common ones". */
function commonUnits(): number[] {
  const bytes: number[] = [];
  for (let row = 16; row <= 55; row++) {
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell++) bytes.push(row + 0xa0, cell + 0xa0);
  }
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return [...text].map((character) => character.charCodeAt(0)).filter(isHan);
}

/** Words for one thing. */
export interface Synonyms {
  readonly words: readonly string[];
  /** Those that a document holds: only these can find one. */
  readonly held: readonly string[];
}

/** Read-only. Synonyms and sets are split when the engine opens, a few hundred short strings; the maps wait for their first use. */
export class Lexicon {
  readonly emptyWords: EmptyWords;
  readonly codeWords: EmptyWords;
  readonly synonyms: readonly Synonyms[];
  /** Sets of folded readings. */
  readonly sets: readonly (readonly string[])[];
  readonly #variants: UnitMap;
  readonly #readings: UnitMap;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    this.emptyWords = parseEmptyWords(input.text());
    this.codeWords = parseEmptyWords(input.text());
    this.synonyms = lines(input.text()).map((line) => {
      const words = line.split('\t');
      return { words: words.filter((word) => word !== ''), held: words.slice(0, words.indexOf('')) };
    });
    this.#variants = new UnitMap(input);
    this.sets = lines(input.text()).map((line) => line.split(','));
    this.#readings = new UnitMap(input);
  }

  /** The simplified form of a UTF-16 unit; itself where it has none. */
  readonly simplify = (unit: number): number => this.#variants.find(unit, unit);

  /** For unit U+4E00 + i: 1 more than the index into `sets` of its readings; 0 where it has none. */
  get readings(): Uint16Array {
    return this.#readings.values;
  }
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** UTF-16 units of Han text → numbers, as one table for U+4E00 … U+9FFF, made at the first look-up. */
class UnitMap {
  readonly #entries: number;
  readonly #keys: Uint8Array;
  readonly #low: Uint8Array;
  readonly #high: Uint8Array;
  #values: Uint16Array | undefined;

  constructor(input: ByteReader) {
    this.#entries = input.varint();
    this.#keys = input.bytes(input.varint());
    this.#low = input.bytes(this.#entries);
    this.#high = input.bytes(this.#entries);
  }

  /** One higher than written; 0 where there is none. */
  get values(): Uint16Array {
    this.#values ??= this.#expand();
    return this.#values;
  }

  find(unit: number, otherwise: number): number {
    const value = this.values[unit - FIRST_HAN] ?? 0;
    return value === 0 ? otherwise : value - 1;
  }

  /** Damaged bytes give wrong values, not an exception. */
  #expand(): Uint16Array {
    const values = new Uint16Array(LAST_HAN - FIRST_HAN + 1);
    const keys = new Uint32Array(this.#entries);
    decodeAscending(new BitReader(this.#keys), keys, 0, keys.length, FIRST_HAN, LAST_HAN);
    keys.forEach((key, i) => {
      values[key - FIRST_HAN] = (this.#low[i] ?? 0) + 256 * (this.#high[i] ?? 0) + 1;
    });
    return values;
  }
}
