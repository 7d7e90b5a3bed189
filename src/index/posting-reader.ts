// Posting lists: ascending numbers of documents, 0 … N-1, one behind the other in one bit stream (ascending-codec.ts). How many a
// list has, the dictionary says. Whatever the bytes say, a list holds ascending numbers below N, at most N of them.

import { decodeAscending } from './ascending-codec.ts';
import { BitReader } from './bit-stream.ts';

/**
 * Found posting lists, three numbers each: first bit, document frequency, and what its numbers count: documents of the segment
 * where it is 0, else those that two characters have in common (pair-terms.ts).
 */
export type Lists = number[];

export class PostingReader {
  readonly bits: BitReader;
  readonly documents: number;
  /** What was decoded last; the next call overwrites it. */
  readonly postings: Uint32Array;

  constructor(bytes: Uint8Array, documents: number) {
    this.bits = new BitReader(bytes);
    this.documents = documents;
    this.postings = new Uint32Array(documents);
  }

  /** Decodes the list that begins at the current bit, of `count` numbers below `limit`, at most N. Returns how many there are. */
  next(count: number, limit = this.documents): number {
    const size = Math.min(count, limit);
    decodeAscending(this.bits, this.postings, 0, size, 0, limit - 1);
    return size;
  }
}
