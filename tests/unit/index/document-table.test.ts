import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../src/analysis/fold-text.ts';
import { ByteReader } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';
import { DocumentTable, encodeDocuments } from '../../../src/index/document-table.ts';
import { DOCUMENTS } from './sample-index.ts';

function tableOf() {
  const out = new ByteWriter();
  encodeDocuments(out, DOCUMENTS, asWritten);
  return new DocumentTable(new ByteReader(out.finish()));
}

describe('a document table', () => {
  it('gives every summary back', () => {
    const table = tableOf();
    DOCUMENTS.forEach((document, i) => {
      const { aliases: _aliases, headings: _headings, body: _body, ...summary } = document;
      expect(table.summary(i)).toEqual(summary);
      expect(table.id(i)).toBe(document.id);
    });
  });

  it('holds the names folded, screen texts among them', () => {
    const paper = DOCUMENTS.findIndex(({ id }) => id.endsWith('out-of-paper'));
    expect(tableOf().foldedNames(asWritten).split('\n')[paper]).toContain('缺纸');
  });
});
