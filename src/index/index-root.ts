// The ROOT file: which files make up one index, in document order. It is the only file that changes with every edit, and it
// is small; every other file depends on its own documents alone, so that an edit changes few bytes. A file that ROOT does
// not name belongs to another build.
//
//   varint documents
//   u32    mark of the LEXI file
//   varint LOOK files; for each: u32 mark, varint documents
//   varint BODY files; for each: u32 mark, varint documents
//   varint terms of all bodies together, a term counted once a document: the mean body length for BM25

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';

export interface SegmentEntry {
  /** The checksum of the file, as markOf gives it. */
  readonly mark: number;
  readonly documents: number;
}

export interface IndexRoot {
  readonly documents: number;
  readonly lexicon: number;
  readonly lookup: readonly SegmentEntry[];
  readonly body: readonly SegmentEntry[];
  readonly bodyTerms: number;
}

export function encodeRoot(out: ByteWriter, root: IndexRoot): void {
  out.varint(root.documents);
  out.u32(root.lexicon);
  for (const segments of [root.lookup, root.body]) {
    out.varint(segments.length);
    for (const segment of segments) {
      out.u32(segment.mark);
      out.varint(segment.documents);
    }
  }
  out.varint(root.bodyTerms);
}

/** Throws DamagedBytes. */
export function decodeRoot(input: ByteReader): IndexRoot {
  const documents = input.varint();
  const lexicon = input.u32();
  const lookup = decodeSegments(input, documents);
  const body = decodeSegments(input, documents);
  return { documents, lexicon, lookup, body, bodyTerms: input.varint() };
}

function decodeSegments(input: ByteReader, documents: number): SegmentEntry[] {
  const start = input.offset;
  const segments: SegmentEntry[] = [];
  let total = 0;
  for (let left = input.count(5); left > 0; left--) {
    const segment = { mark: input.u32(), documents: input.varint() };
    total += segment.documents;
    segments.push(segment);
  }
  if (total !== documents) throw new DamagedBytes(`segments of ${total} documents for ${documents}`, start);
  return segments;
}
