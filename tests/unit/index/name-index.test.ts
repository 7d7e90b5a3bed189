import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_READ, NameIndex } from '../../../src/index/name-index.ts';
import { NamePairs } from '../../../src/index/name-pairs.ts';

const han = fc.integer({ min: 0x4e00, max: 0x4e08 }).map((unit) => String.fromCharCode(unit));
const sign = fc.oneof(han, han, fc.constantFrom('a', 'b', '1', ' ', '\t', '龥'));
const line = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
const lines = fc.array(line, { minLength: 1, maxLength: 30 });

const makePairs = (names: NameIndex) => new NamePairs(names);

function indexOf(names: readonly string[]) {
  return new NameIndex([{ text: names.join('\n'), lines: names.length }], makePairs);
}

function found(index: NameIndex, term: string, word: boolean): number[] {
  const documents: number[] = [];
  index.find(term, word, 1000, documents);
  return documents;
}

describe('an index of names', () => {
  it('finds the pairs and characters that a plain search finds', () => {
    fc.assert(
      fc.property(lines, han, fc.oneof(han, fc.constant('')), (names, first, second) => {
        const term = first + second;
        const wanted = names.flatMap((name, i) => (name.includes(term) ? [i] : []));
        expect(found(indexOf(names), term, false)).toEqual(wanted);
      }),
    );
  });

  it('tells two pairs of the same bucket apart', () => {
    const pairs = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i * 6, 0x9fff - i * 6));
    const index = indexOf(pairs);
    pairs.forEach((pair, i) => {
      expect(found(index, pair, false)).toEqual([i]);
    });
  });

  it('finds the same by its table as by reading the text', () => {
    const letter = fc.constantFrom('a', 'b', '1', '2');
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
    const name = fc.array(fc.oneof(sign, word), { maxLength: 8 }).map((parts) => parts.join(''));
    const term = fc.oneof(
      word,
      fc.array(han, { minLength: 1, maxLength: 4 }).map((units) => units.join('')),
    );
    const all = fc.array(name, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(all, fc.array(term, { minLength: 1, maxLength: 12 }), (names, terms) => {
        const index = indexOf(names);
        const ask = () => terms.map((one) => found(index, one, /^[a-z0-9]/.test(one)));
        const read = ask();
        for (let i = 0; i < MAX_READ; i++) found(index, '一丁', false);
        expect(ask()).toEqual(read);
      }),
    );
  });

  it('finds words where they begin, and marks what only begins with them', () => {
    const index = indexOf(['pos机 err55', 'position', '红 xpos', 'wi-fi pos']);
    expect(found(index, 'pos', true)).toEqual([0, ~1, 3]);
    expect(found(index, '55', true)).toEqual([0]);
    expect(found(index, 'fi', true)).toEqual([3]);
  });

  it('keeps documents in their places where a segment has fewer or more lines than it says', () => {
    const parts = [
      { text: '一二', lines: 3 },
      { text: '三四\n五六\n七八', lines: 2 },
      { text: '九十', lines: 1 },
    ];
    const index = new NameIndex(parts, makePairs);
    expect(found(index, '九十', false)).toEqual([5]);
    expect(found(index, '七八', false)).toEqual([]);
    expect(index.names(4)).toBe('五六');
    expect(index.documentAt(index.text.indexOf('四'))).toBe(3);
  });

  it('has as many lines as were promised, and begins each segment with its own, whatever the texts hold', () => {
    const part = fc.record({
      names: fc.array(fc.constantFrom('', '一二', 'pos'), { maxLength: 6 }),
      lines: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const index = new NameIndex(
          parts.map(({ names, lines }) => ({ text: names.join('\n'), lines })),
          makePairs,
        );
        const expected = parts.flatMap(({ names, lines }) =>
          Array.from({ length: lines }, (_, i) => names[i] ?? ''),
        );
        expect(index.starts.length).toBe(expected.length + 1);
        expect(expected.map((_, document) => index.names(document))).toEqual(expected);
      }),
    );
  });
});
