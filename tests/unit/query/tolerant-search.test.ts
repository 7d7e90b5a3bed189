import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlapNames } from '../../../src/query/character-overlap.ts';
import { Pattern } from '../../../src/query/pattern-match.ts';
import { tolerance } from '../../../src/query/tolerant-search.ts';
import { sampleEngine } from './sample-engine.ts';

const { lexicon, names, size } = sampleEngine();
const lines = Array.from({ length: size }, (_, document) => names.names(document));
const pieces = lines.flatMap((line) => line.match(/[\u4e00-\u9fff]{3,}/g) ?? []);

/** A piece of a name with one character wrong, missing, extra, or swapped with the next. */
const slips = fc
  .tuple(fc.constantFrom(...pieces), fc.nat(20), fc.integer({ min: 3, max: 8 }), fc.nat(7), fc.nat(3))
  .map(([piece, from, length, at, kind]) => {
    const start = from % (piece.length - 2);
    const signs = [...piece.slice(start, start + length)];
    const place = at % (signs.length - 1);
    if (kind === 0) signs[place] = '龘';
    else if (kind === 1) signs.splice(place, 1);
    else if (kind === 2) signs.splice(place, 0, '龘');
    else signs.splice(place, 2, signs[place + 1] ?? '', signs[place] ?? '');
    return signs.join('');
  })
  .filter((signs) => signs.length >= 3);

it('forgives one slip wherever reading all names from end to end would', () => {
  let compared = 0;
  fc.assert(
    fc.property(slips, (signs) => {
      const exact = new Pattern(signs, lexicon, 'whole', false);
      if (lines.some((line) => exact.find(line, 0, line.length) !== undefined)) return;
      const pattern = new Pattern(signs, lexicon, 'whole', true);
      const wanted = lines.flatMap((line, i) =>
        pattern.find(line, 0, line.length) === undefined ? [] : [i],
      );
      const { documents, patterns } = tolerance.search(
        [signs],
        { query: signs, core: signs },
        lexicon,
        names,
      );
      // Beside them stand the names that share characters, as an error may be chance.
      const sharing = overlapNames([signs], names).documents.keys();
      expect(patterns.length > 0).toBe(wanted.length > 0);
      expect(new Set(documents.keys())).toEqual(new Set([...wanted, ...sharing]));
      compared++;
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(100);
});
