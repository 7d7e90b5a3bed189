// An inverted index over the words of one segment: everything that is not Han text, and the keys of codes.
//
//   varint  documents
//   …       WordTerms: first, as Brotli does better with text before bits than with text among them
//   varint  length in bytes, then all posting lists as one bit stream

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import type { BitWriter } from './bit-stream.ts';
import { PostingReader } from './posting-reader.ts';
import { encodeWords, type VisitWord, WordTerms, writeWords } from './word-terms.ts';

/** Most documents of one segment. */
export const MAX_DOCUMENTS = 1 << 16;

/**
 * `terms`: words → ascending document numbers below `documents`, appended to what `bits` holds already. Returns how long the
 * stream is, in bits. Throws RangeError where there are more documents than a segment may have.
 */
export function writeWordIndex(
  out: ByteWriter,
  bits: BitWriter,
  terms: ReadonlyMap<string, readonly number[]>,
  documents: number,
): number {
  if (documents > MAX_DOCUMENTS) throw new RangeError(`${documents} documents in one segment`);
  const words = encodeWords(bits, terms, documents);
  const postings = bits.finish();
  out.varint(documents);
  writeWords(out, words, 8 * postings.length);
  out.varint(postings.length);
  out.bytes(postings);
  return 8 * postings.length;
}

/** Read-only, on the bytes. */
export class WordIndex {
  readonly documents: number;
  protected readonly reader: PostingReader;
  readonly #words: WordTerms;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    const start = input.offset;
    this.documents = input.varint();
    if (this.documents > MAX_DOCUMENTS)
      throw new DamagedBytes(`${this.documents} documents in one segment`, start);
    this.#words = new WordTerms(input);
    this.reader = new PostingReader(input.bytes(input.varint()), this.documents);
  }

  /** Words that begin with `prefix` (encodeWord), in order, until `visit` returns false. */
  scanWords(prefix: Uint8Array, visit: VisitWord): void {
    this.#words.scan(prefix, this.reader, visit);
  }

  /** The documents of one found list: a view that the next call overwrites. */
  read(bit: number, frequency: number): Uint32Array {
    const { bits, postings } = this.reader;
    bits.at = bit;
    return postings.subarray(0, this.reader.next(frequency));
  }
}
