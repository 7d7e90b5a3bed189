// Where each pair of signs stands in the names of all documents: two Han characters in a row, or the first two letters of a word.
//
// A pair is a number below 2^29, mixed by a multiplication modulo 2^29, which no two pairs share. Its upper bits choose a
// bucket, its lower ones stand in the entry before the number of the document: so the table answers exactly for a pair, and
// with one look into the line for a longer term. There are about as many buckets as an eighth of the characters, and as a
// document has a character at least, what is left of 32 bits has room for its number.

import { isHan } from '../analysis/tokenizer.ts';
import { begins, isSign, type NameIndex, type PairTable } from './name-index.ts';

const FIRST = 0x4e00;
/** Han characters, and before them the signs of ASCII from 0 to z. */
const SIGNS = 0x4b;
const UNITS = 0x5200 + SIGNS;
const MIX = 0x1e3779b1;
const PAIR_BITS = 29;
const MAX_BUCKET_BITS = 16;
/** Of more documents the text is read. */
const MAX_DOCUMENTS = 1 << (32 - PAIR_BITS + MAX_BUCKET_BITS);

export class NamePairs implements PairTable {
  readonly #names: NameIndex;
  /** Of a mixed pair, the bits that stand in an entry; the others choose its bucket. */
  readonly #rest: number;
  /** By bucket: 1 + its first entry, 0 where it has none. */
  readonly #heads: Uint32Array;
  readonly #entries: Uint32Array;
  /** By entry: 1 + the next of its bucket, 0 for the last. */
  readonly #next: Uint32Array;

  /** One pass from the end, so that a bucket has its entries in the order of the text. */
  constructor(names: NameIndex) {
    const { text, starts } = names;
    const bucketBits = Math.min(MAX_BUCKET_BITS, Math.max(1, Math.ceil(Math.log2(text.length / 8 + 1))));
    const rest = PAIR_BITS - bucketBits;
    const mask = (1 << rest) - 1;
    const heads = new Uint32Array(1 << bucketBits);
    const entries = new Uint32Array(text.length);
    const next = new Uint32Array(text.length);
    let count = 0;
    let document = starts.length - 2;
    let after = -1;
    for (let at = text.length - 1; at >= 0; at--) {
      const code = codeOf(text.charCodeAt(at));
      if (isPair(code, after) && (code >= SIGNS || begins(text, at))) {
        const mixed = mix(code, after);
        entries[count] = ((mixed & mask) << (32 - rest)) | document;
        next[count] = heads[mixed >>> rest] ?? 0;
        heads[mixed >>> rest] = ++count;
      }
      after = code;
      if (at === starts[document]) document--;
    }
    this.#names = names;
    this.#rest = rest;
    this.#heads = heads;
    this.#entries = entries.slice(0, count);
    this.#next = next.slice(0, count);
  }

  find(term: string, word: boolean, limit: number, found: number[]): boolean {
    const first = codeOf(term.charCodeAt(0));
    const second = codeOf(term.charCodeAt(1));
    const isKnown = isPair(first, second) && (first >= SIGNS || word);
    if (!isKnown || this.#names.starts.length > MAX_DOCUMENTS) return false;
    const rest = this.#rest;
    const mixed = mix(first, second);
    const mark = mixed & ((1 << rest) - 1);
    const last = found.length + limit;
    let former = -1;
    for (let i = this.#heads[mixed >>> rest] ?? 0; i > 0 && found.length < last; i = this.#next[i - 1] ?? 0) {
      const entry = this.#entries[i - 1] ?? 0;
      const document = entry & (-1 >>> rest);
      if (entry >>> (32 - rest) !== mark || document === former) continue;
      former = document;
      if (term.length === 2 && !word) found.push(document);
      else this.#findInLine(term, word, document, found);
    }
    return true;
  }

  #findInLine(term: string, word: boolean, document: number, found: number[]): void {
    const names = this.#names.names(document);
    let at = names.indexOf(term);
    while (at >= 0 && word && !begins(names, at)) at = names.indexOf(term, at + 1);
    if (at >= 0) found.push(word && isSign(names.charCodeAt(at + term.length)) ? ~document : document);
  }
}

/** Signs below SIGNS, Han characters from there, -1 for the rest. */
function codeOf(unit: number): number {
  if (isHan(unit)) return unit - FIRST + SIGNS;
  return isSign(unit) ? unit - 0x30 : -1;
}

/** Two of one kind: 机p is none. */
function isPair(first: number, second: number): boolean {
  return first >= SIGNS ? second >= SIGNS : first >= 0 && second >= 0 && second < SIGNS;
}

function mix(first: number, second: number): number {
  return Math.imul(first * UNITS + second, MIX) & 0x1fffffff;
}
