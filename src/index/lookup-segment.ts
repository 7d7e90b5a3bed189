// The LOOK file: tier 0 of a run of documents. It answers alone: codes, names, and all that a hit shows.
//
//   …  DocumentTable
//   …  TermIndex over the words of codes, and their keys behind CODE_MARK; the names have no dictionary (name-index.ts)

import { codeKey } from '../analysis/code-forms.ts';
import { foldText, type Simplify } from '../analysis/fold-text.ts';
import { isHan, tokenize } from '../analysis/tokenizer.ts';
import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { DocumentTable, encodeDocuments } from './document-table.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { TermIndex, TermIndexBuilder } from './term-index.ts';

/** Stands before the key of a code in the word dictionary. No word begins with it. */
export const CODE_MARK = '=';

export function encodeLookup(
  out: ByteWriter,
  documents: readonly IndexedDocument[],
  simplify: Simplify,
): void {
  const terms = new TermIndexBuilder();
  documents.forEach((document, number) => {
    for (const code of document.codes) {
      for (const { term } of tokenize(foldText(code, simplify)))
        if (!isHan(term.charCodeAt(0))) terms.add(term, number);
      const key = codeKey(code, simplify);
      if (key !== '') terms.add(CODE_MARK + key, number);
    }
  });
  encodeDocuments(out, documents, simplify);
  terms.encode(out, documents.length);
}

/** Everything that tier 0 finds a document by. */
export function namesOf({ title, aliases, headings, codes }: IndexedDocument): string[] {
  return [title, ...aliases, ...headings, ...codes];
}

export class LookupSegment {
  readonly table: DocumentTable;
  readonly terms: TermIndex;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    this.table = new DocumentTable(input);
    this.terms = new TermIndex(input);
  }
}
