// The LOOK file: tier 0 of a run of documents. It answers alone: codes, names, and all that a hit shows.
//
//   …  DocumentTable
//   …  WordIndex over the words of codes, and their keys behind CODE_MARK; the names have no dictionary (name-index.ts)

import { codeKey } from '../analysis/code-forms.ts';
import { foldText, type Simplify } from '../analysis/fold-text.ts';
import { isHan, tokenize } from '../analysis/tokenizer.ts';
import type { ByteReader } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { BitWriter } from './bit-stream.ts';
import { DocumentTable, encodeDocuments } from './document-table.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { WordIndex, writeWordIndex } from './word-index.ts';

/** Stands before the key of a code in the word dictionary. No word begins with it. */
export const CODE_MARK = '=';

export function encodeLookup(
  out: ByteWriter,
  documents: readonly IndexedDocument[],
  simplify: Simplify,
): void {
  const terms = new Map<string, number[]>();
  documents.forEach((document, number) => {
    for (const term of new Set(document.codes.flatMap((code) => termsOfCode(code, simplify)))) {
      const list = terms.get(term);
      if (list === undefined) terms.set(term, [number]);
      else list.push(number);
    }
  });
  encodeDocuments(out, documents, simplify);
  writeWordIndex(out, new BitWriter(), terms, documents.length);
}

/** Its words, and its key behind CODE_MARK. */
function termsOfCode(code: string, simplify: Simplify): string[] {
  const terms = tokenize(foldText(code, simplify)).map(({ term }) => term);
  const key = codeKey(code, simplify);
  return [...terms.filter((term) => !isHan(term.charCodeAt(0))), ...(key === '' ? [] : [CODE_MARK + key])];
}

/** Everything that tier 0 finds a document by. */
export function namesOf({ title, aliases, headings, codes }: IndexedDocument): string[] {
  return [title, ...aliases, ...headings, ...codes];
}

export class LookupSegment {
  readonly table: DocumentTable;
  readonly terms: WordIndex;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    this.table = new DocumentTable(input);
    this.terms = new WordIndex(input);
  }
}
