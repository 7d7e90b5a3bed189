import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, DamagedBytes } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';
import { TermIndex, TermIndexBuilder } from '../../../src/index/term-index.ts';

const han = fc.integer({ min: 0x4e00, max: 0x4e30 }).map((unit) => String.fromCharCode(unit));
const term = fc.oneof(
  fc.tuple(han, han).map(([first, second]) => first + second),
  han,
  fc.stringMatching(/^[a-c0-2]{1,6}$/),
  fc.stringMatching(/^a{9,20}[a-c]{1,20}$/),
  fc.stringMatching(/^=[a-c]{1,3}$/),
);
const documents = fc.array(fc.array(term, { maxLength: 60 }), { minLength: 1, maxLength: 40 });

function indexOf(texts: readonly (readonly string[])[]) {
  const builder = new TermIndexBuilder();
  texts.forEach((terms, document) => {
    for (const term of terms) builder.add(term, document);
  });
  const out = new ByteWriter();
  builder.encode(out, texts.length);
  const input = new ByteReader(out.finish());
  const index = new TermIndex(input);
  expect(input.remaining).toBe(0);
  return index;
}

function found(index: TermIndex, term: string): number[] {
  const lists: number[] = [];
  index.find(term, lists);
  const all = new Set<number>();
  for (let i = 0; i < lists.length; i += 3) {
    const size = index.load(lists[i] ?? 0, lists[i + 1] ?? 0, lists[i + 2] ?? 0);
    for (const document of index.postings.subarray(0, size)) all.add(document);
  }
  return [...all].sort((a, b) => a - b);
}

describe('a term index', () => {
  it('finds what a plain search through the terms finds', () => {
    fc.assert(
      fc.property(documents, fc.array(term, { maxLength: 10 }), (texts, others) => {
        const index = indexOf(texts);
        for (const wanted of new Set([...texts.flat(), ...others])) {
          const single = wanted.length === 1 && wanted >= '一';
          const holds = (terms: readonly string[]) =>
            terms.some((term) => (single ? term.includes(wanted) : term === wanted));
          expect(found(index, wanted)).toEqual(texts.flatMap((terms, i) => (holds(terms) ? [i] : [])));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('visits the words with a prefix in order', () => {
    fc.assert(
      fc.property(documents, fc.stringMatching(/^[a-c=]{0,2}$/), (texts, prefix) => {
        const words: string[] = [];
        indexOf(texts).scanWords(
          new TextEncoder().encode(prefix),
          (_exact, _bit, _frequency, spelled) => words.push(spelled()) > 0,
        );
        const wanted = texts.flat().filter((term) => /^[=a-z0-9]/.test(term) && term.startsWith(prefix));
        expect(words).toEqual([...new Set(wanted)].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same when it has dropped what it kept of rare characters', () => {
    const size = 3000;
    const unit = (place: number) => String.fromCharCode(0x4e00 + (place % size));
    const texts = Array.from({ length: 40 }, (_, document) =>
      Array.from({ length: size / 5 }, (_, i) => unit(7 * document + 5 * i) + unit(11 * document + 3 * i)),
    );
    const index = indexOf(texts);
    const random = fc.sample(fc.tuple(fc.nat(39), fc.nat(size / 5 - 1)), { numRuns: 2000, seed: 5 });
    for (const [document, i] of random) {
      const wanted = texts[document]?.[i] ?? '';
      expect(found(index, wanted)).toEqual(
        texts.flatMap((terms, at) => (terms.includes(wanted) ? [at] : [])),
      );
    }
  });

  it('serves a segment of the most documents', () => {
    const count = 65_536;
    const builder = new TermIndexBuilder();
    for (let document = 0; document < count; document++) {
      builder.add('余额', document);
      if (document % 3 === 0) builder.add('额度', document);
      if (document % 1000 === 7) builder.add('度余', document);
    }
    const out = new ByteWriter();
    builder.encode(out, count);
    const index = new TermIndex(new ByteReader(out.finish()));
    expect(found(index, '余额')).toHaveLength(count);
    expect(found(index, '额度')).toEqual(Array.from({ length: Math.ceil(count / 3) }, (_, i) => 3 * i));
    expect(found(index, '度余')).toEqual(Array.from({ length: 66 }, (_, i) => 1000 * i + 7));
    expect(found(index, '额余')).toEqual([]);
  });

  it('gives ascending documents of the segment whatever the bytes say', () => {
    const texts = Array.from({ length: 20 }, (_, i) => [
      '余额',
      '额度',
      '度余',
      'abc',
      String.fromCharCode(0x4e00 + i, 0x4e07),
    ]);
    const builder = new TermIndexBuilder();
    texts.forEach((terms, document) => {
      for (const term of terms) builder.add(term, document);
    });
    const out = new ByteWriter();
    builder.encode(out, texts.length);
    const good = out.finish();
    const place = fc.noBias(fc.nat(good.length - 1));
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 5 }), (edits) => {
        const bytes = good.slice();
        for (const [at, value] of edits) bytes[at] = value;
        let index: TermIndex;
        try {
          index = new TermIndex(new ByteReader(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedBytes);
          return;
        }
        for (const term of ['余', '余额', '额度', '度余', '一七', '七一', 'abc']) {
          const lists: number[] = [];
          index.find(term, lists);
          for (let i = 0; i < lists.length; i += 3) {
            const size = index.load(lists[i] ?? 0, lists[i + 1] ?? 0, lists[i + 2] ?? 0);
            expect(size).toBeLessThanOrEqual(index.documents);
            for (let at = 0; at < size; at++) {
              expect(index.postings[at]).toBeGreaterThan(index.postings[at - 1] ?? -1);
              expect(index.postings[at]).toBeLessThan(index.documents);
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});
