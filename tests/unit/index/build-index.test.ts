import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/index/build-index.ts';
import { markOf } from '../../../src/index/file-kinds.ts';
import { DOCUMENTS, inputOf, madeUpDocuments, sampleFiles } from './sample-index.ts';

const marks = (files: readonly Uint8Array[]) => files.map(markOf);

describe('buildIndex', () => {
  it('gives the same bytes for the same documents', () => {
    const [once, again] = [sampleFiles(), sampleFiles()];
    expect(again.lookup.map((file) => [...file])).toEqual(once.lookup.map((file) => [...file]));
    expect(again.body.map((file) => [...file])).toEqual(once.body.map((file) => [...file]));
  });

  it('refuses documents out of order', () => {
    expect(() => buildIndex(inputOf([...DOCUMENTS].reverse()))).toThrow(RangeError);
  });

  it('changes one LOOK file, one BODY file and ROOT where one document of many is edited', () => {
    const documents = madeUpDocuments(3000);
    const before = buildIndex(inputOf(documents));
    const edited = documents.map((document, i) =>
      i === 1234 ? { ...document, title: '改过的题', body: `${document.body},改过的话` } : document,
    );
    const after = buildIndex(inputOf(edited));
    const changed = (a: readonly Uint8Array[], b: readonly Uint8Array[]) => {
      const known = new Set(marks(a));
      return marks(b).filter((mark) => !known.has(mark)).length;
    };
    expect(before.lookup.length).toBeGreaterThan(5);
    expect(before.body.length).toBeGreaterThan(10);
    expect(changed(before.body, after.body)).toBe(1);
    // ROOT, one LOOK file, and LEXI, as 题 and 改 occurred nowhere before.
    expect(changed(before.lookup, after.lookup)).toBeLessThanOrEqual(3);
  });

  it('makes files for no documents, too', () => {
    const files = buildIndex(inputOf([]));
    expect(files.lookup.length).toBe(2);
    expect(files.body).toEqual([]);
  });
});
