// The BODY file: an inverted index over the full text of a run of documents, and how long each text is.
//
//   text   id of the first document: two segments of equal text are still two files
//   …      TermIndex
//   bytes  one a document: its length in steps of 8 terms, 255 for all that are longer

import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { TermIndex, type TermIndexBuilder } from './term-index.ts';

/** Terms, each counted once: the length norm of BM25 needs it no finer. */
export const LENGTH_STEP = 8;
/** Lengths that a byte tells apart. */
export const LENGTHS = 256;

export function encodeBody(
  out: ByteWriter,
  first: string,
  terms: TermIndexBuilder,
  lengths: readonly number[],
): void {
  out.text(first);
  terms.encode(out, lengths.length);
  for (const length of lengths) out.u8(Math.min(LENGTHS - 1, Math.round(length / LENGTH_STEP)));
}

export class BodySegment {
  readonly terms: TermIndex;
  /** By document, in steps of LENGTH_STEP. */
  readonly lengths: Uint8Array;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    input.text();
    this.terms = new TermIndex(input);
    this.lengths = input.bytes(this.terms.documents);
  }
}
