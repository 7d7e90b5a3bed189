// An inverted index over the full texts of one segment: a word index, and the dictionary of Han characters and their pairs.
//
//   …  WordIndex, whose bit stream holds the lists of all characters and the blocks of all pairs before the posting lists of all words
//   …  PairTerms
//
// The index of names needs words only, so that the page's first script carries no more than that.

import { isHan } from '../analysis/tokenizer.ts';
import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { BitWriter } from './bit-stream.ts';
import { encodePairs, PairTerms, writePairs } from './pair-terms.ts';
import type { Lists } from './posting-reader.ts';
import { WordIndex, writeWordIndex } from './word-index.ts';
import { encodeWord } from './word-terms.ts';

/** Mutable, at build time: term → documents. */
export class TermIndexBuilder {
  readonly #pairs = new Map<string, number[]>();
  readonly #words = new Map<string, number[]>();

  /** Documents in ascending order; a term may be added to a document more than once. */
  add(term: string, document: number): void {
    const terms = isHan(term.charCodeAt(0)) ? this.#pairs : this.#words;
    const list = terms.get(term);
    if (list === undefined) terms.set(term, [document]);
    else if (list[list.length - 1] !== document) list.push(document);
  }

  /** Throws RangeError where there are more documents than a segment may have. */
  encode(out: ByteWriter, documents: number): void {
    const bits = new BitWriter();
    const pairs = encodePairs(bits, this.#pairs, documents);
    const length = writeWordIndex(out, bits, this.#words, documents);
    writePairs(out, pairs, length);
  }
}

/** Read-only, on the bytes. */
export class TermIndex extends WordIndex {
  readonly #pairs: PairTerms;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    super(input);
    this.#pairs = new PairTerms(input);
  }

  /** Appends the posting list of a term as the tokenizer gives it; of one Han character, of all terms that have it. */
  find(term: string, lists: Lists): void {
    const first = term.charCodeAt(0);
    if (isHan(first)) this.#pairs.find(first, term.length > 1 ? term.charCodeAt(1) : 0, this.reader, lists);
    else
      this.scanWords(encodeWord(term), (exact, bit, frequency) => {
        if (exact) lists.push(bit, frequency, 0);
        return false;
      });
  }

  /** What `load` found; the next call overwrites it. */
  get postings(): Uint32Array {
    return this.reader.postings;
  }

  /** Puts the documents of one found list into `postings` and returns how many: no object is made, as this is what a query does most. */
  load(bit: number, frequency: number, pair: number): number {
    if (pair > 0) return this.#pairs.load(bit, frequency, pair, this.reader);
    this.reader.bits.at = bit;
    return this.reader.next(frequency);
  }
}
