// Posting lists: ascending document numbers 0 … N-1, one behind the other in one bit stream (ascending-codec.ts). How many
// documents a list has, the dictionary says. Whatever the bytes say, a list holds ascending numbers below N, at most N of them.

import { decodeAscending } from './ascending-codec.ts';
import { BitReader } from './bit-stream.ts';

/** Found posting lists, two numbers each: first bit, document frequency. */
export type Lists = number[];

export class PostingReader {
  readonly bits: BitReader;
  readonly #documents: number;
  readonly #postings: Uint32Array;

  constructor(bytes: Uint8Array, documents: number) {
    this.bits = new BitReader(bytes);
    this.#documents = documents;
    this.#postings = new Uint32Array(documents);
  }

  /** Bits of all lists together. */
  get length(): number {
    return this.bits.length;
  }

  /** Passes over the list that begins at the current bit. */
  skip(count: number): void {
    decodeAscending(this.bits, this.#postings, 0, Math.min(count, this.#documents), 0, this.#documents - 1);
  }

  /** The list of `count` documents that begins at `bit`: a view that the next call overwrites. */
  read(bit: number, count: number): Uint32Array {
    this.bits.at = bit;
    this.skip(count);
    return this.#postings.subarray(0, Math.min(count, this.#documents));
  }
}
