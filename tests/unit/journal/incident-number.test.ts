import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawIncidentNumber,
  incidentNumberWords,
  parseIncidentNumber,
} from '../../../src/journal/incident-number.ts';

const number = fc
  .tuple(fc.integer({ min: 0, max: 4e12 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map(([now, random]) => drawIncidentNumber(now, random, () => false));

describe('incident number', () => {
  test('has eight digits and is read back from how it is said and typed', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        expect(drawn).toMatch(/^\d{8}$/);
        expect(parseIncidentNumber(incidentNumberWords(drawn))).toBe(drawn);
        expect(parseIncidentNumber(` ${drawn.slice(0, 4)}－${drawn.slice(4)}`.normalize('NFKC'))).toBe(drawn);
      }),
    );
    expect(parseIncidentNumber('５７２４')).toBeUndefined();
  });

  test('one wrong digit is noticed', () => {
    fc.assert(
      fc.property(number, fc.nat(7), fc.integer({ min: 1, max: 9 }), (drawn, place, more) => {
        const wrong = (Number(drawn[place]) + more) % 10;
        expect(parseIncidentNumber(drawn.slice(0, place) + wrong + drawn.slice(place + 1))).toBeUndefined();
      }),
    );
  });

  test('two neighbours swapped are noticed', () => {
    fc.assert(
      fc.property(number, fc.nat(6), (drawn, place) => {
        fc.pre(drawn[place] !== drawn[place + 1]);
        const swapped = `${drawn.slice(0, place)}${drawn[place + 1]}${drawn[place]}${drawn.slice(place + 2)}`;
        expect(parseIncidentNumber(swapped)).toBeUndefined();
      }),
    );
  });

  test('a taken number is not drawn again', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const drawn = drawIncidentNumber(1_795_000_000_000, 0.5, (each) => taken.has(each));
      expect(taken.has(drawn)).toBe(false);
      taken.add(drawn);
    }
  });
});
