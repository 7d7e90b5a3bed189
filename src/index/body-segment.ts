// The BODY file: an inverted index over the full text of a run of documents, and how long each text is.
//
//   text   id of the first document: two segments of equal text are still two files
//   …      TermIndex
//   bytes  one a document: its length as lengthCode gives it

import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { TermIndex, type TermIndexBuilder } from './term-index.ts';

/** Lengths are kept in steps of 8 terms up to 2,040: the length norm of BM25 needs no more. */
const STEP = 8;

export function encodeBody(
  out: ByteWriter,
  first: string,
  terms: TermIndexBuilder,
  lengths: readonly number[],
): void {
  out.text(first);
  terms.encode(out, lengths.length);
  for (const length of lengths) out.u8(Math.min(255, Math.round(length / STEP)));
}

export class BodySegment {
  readonly terms: TermIndex;
  readonly #lengths: Uint8Array;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    input.text();
    this.terms = new TermIndex(input);
    this.#lengths = input.bytes(this.terms.documents);
  }

  /** In terms, each counted once. */
  length(document: number): number {
    return (this.#lengths[document] ?? 0) * STEP;
  }
}
