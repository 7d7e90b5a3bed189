import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';
import { TermIndex, TermIndexBuilder } from '../../../src/index/term-index.ts';

const han = fc.integer({ min: 0x4e00, max: 0x4e30 }).map((unit) => String.fromCharCode(unit));
const term = fc.oneof(
  fc.tuple(han, han).map(([first, second]) => first + second),
  han,
  fc.stringMatching(/^[a-c0-2]{1,6}$/),
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
  index.find(term, lists, 1000);
  const all = new Set<number>();
  for (let i = 0; i < lists.length; i += 2) {
    for (const document of index.read(lists[i] ?? 0, lists[i + 1] ?? 0)) all.add(document);
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
            terms.some((term) => (single ? term.startsWith(wanted) : term === wanted));
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
});
