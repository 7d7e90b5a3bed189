// An inverted index over the documents of one segment: two term dictionaries and their posting lists. The title tier and
// the body tier are both made of it.
//
//   varint  documents
//   …       PairTerms
//   …       WordTerms
//   varint  length in bytes, then the blocks of all pairs and the posting lists of all words, as one bit stream

import { isHan } from '../analysis/tokenizer.ts';
import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { BitWriter } from './bit-stream.ts';
import { encodePairs, PairTerms, writePairs } from './pair-terms.ts';
import { type Lists, PostingReader } from './posting-reader.ts';
import { encodeWord, encodeWords, type VisitWord, WordTerms, writeWords } from './word-terms.ts';

/** Most documents of one segment. */
export const MAX_DOCUMENTS = 1 << 16;

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

  encode(out: ByteWriter, documents: number): void {
    if (documents > MAX_DOCUMENTS) throw new RangeError(`${documents} documents in one segment`);
    const bits = new BitWriter();
    out.varint(documents);
    const pairs = encodePairs(bits, this.#pairs, documents);
    const words = encodeWords(bits, this.#words, documents);
    const postings = bits.finish();
    writePairs(out, pairs, 8 * postings.length);
    writeWords(out, words, 8 * postings.length);
    out.varint(postings.length);
    out.bytes(postings);
  }
}

/** Read-only, on the bytes. */
export class TermIndex {
  readonly documents: number;
  readonly #pairs: PairTerms;
  readonly #words: WordTerms;
  readonly #reader: PostingReader;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    const start = input.offset;
    this.documents = input.varint();
    if (this.documents > MAX_DOCUMENTS)
      throw new DamagedBytes(`${this.documents} documents in one segment`, start);
    this.#pairs = new PairTerms(input);
    this.#words = new WordTerms(input);
    this.#reader = new PostingReader(input.bytes(input.varint()), this.documents);
  }

  /**
   * Appends the posting list of a term as the tokenizer gives it; those of the first `most` that
   * begin with it where it is one Han character.
   */
  find(term: string, lists: Lists, most: number): void {
    const first = term.charCodeAt(0);
    if (isHan(first))
      this.#pairs.find(first, term.length > 1 ? term.charCodeAt(1) : 0, this.#reader, lists, most);
    else
      this.scanWords(encodeWord(term), (exact, bit, frequency) => {
        if (exact) lists.push(bit, frequency);
        return false;
      });
  }

  /** Words that begin with `prefix` (encodeWord), in order, until `visit` returns false. */
  scanWords(prefix: Uint8Array, visit: VisitWord): void {
    this.#words.scan(prefix, this.#reader, visit);
  }

  /** The documents of one found list: a view that the next call overwrites. */
  read(bit: number, frequency: number): Uint32Array {
    return this.#reader.read(bit, frequency);
  }
}
