import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fxHash, seal, unseal } from '../../../src/base/sealed-bytes.ts';

describe('sealed bytes', () => {
  test('open to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), (payload, version) => {
        expect(unseal('ARTS', version, seal('ARTS', version, payload))).toEqual({ ok: true, value: payload });
      }),
    );
  });

  test('are refused wherever they are cut, and with anything appended', () => {
    const sealed = seal('ARTS', 1, Uint8Array.of(1, 2, 3));
    for (let length = 0; length < sealed.length; length++) {
      expect(unseal('ARTS', 1, sealed.subarray(0, length))).toMatchObject({
        ok: false,
        problem: { kind: 'damaged' },
      });
    }
    expect(unseal('ARTS', 1, Uint8Array.of(...sealed, 0)).ok).toBe(false);
  });

  test('are refused whichever bit is flipped', () => {
    const sealed = seal('ARTS', 1, Uint8Array.of(1, 2, 3));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = sealed.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal('ARTS', 1, flipped).ok).toBe(false);
    }
  });

  test('of another kind or format are refused by name', () => {
    const sealed = seal('ARTS', 2, new Uint8Array(0));
    expect(unseal('BODY', 2, sealed)).toEqual({
      ok: false,
      problem: { kind: 'foreign', message: 'expected a BODY file, found ARTS' },
    });
    expect(unseal('ARTS', 1, sealed)).toEqual({
      ok: false,
      problem: { kind: 'format-unknown', message: 'expected format 1 of ARTS, found format 2' },
    });
    const page = new TextEncoder().encode('<!doctype html><title>Sign in</title>');
    expect(unseal('ARTS', 1, page)).toMatchObject({ ok: false, problem: { kind: 'foreign' } });
  });

  test('open within a larger buffer', () => {
    const sealed = seal('ARTS', 1, Uint8Array.of(9));
    const larger = new Uint8Array(sealed.length + 7);
    larger.set(sealed, 5);
    expect(unseal('ARTS', 1, larger.subarray(5, 5 + sealed.length))).toEqual({
      ok: true,
      value: Uint8Array.of(9),
    });
  });
});

describe('the checksum', () => {
  test('is FxHash of the words, and of the bytes left over', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const padded = [...bytes, 0, 0, 0, 0].map(BigInt);
        const words = Array.from({ length: (bytes.length >> 2) + 1 }, (_, i) =>
          padded.slice(4 * i, 4 * i + 4).reduceRight((word, byte) => (word << 8n) | byte, 0n),
        );
        const expected = words.reduce((hash, word) => {
          const turned = ((hash << 5n) | (hash >> 27n)) & 0xffffffffn;
          return ((turned ^ word) * 0x9e3779b9n) & 0xffffffffn;
        }, 0n);
        expect(fxHash(bytes)).toBe(Number(expected));
      }),
    );
  });

  test('sees every change of a single byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, by) => {
          const changed = Uint8Array.from(bytes);
          changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ by;
          expect(fxHash(changed)).not.toBe(fxHash(bytes));
        },
      ),
    );
  });

  test('does not depend on where the bytes lie', () => {
    const bytes = new TextEncoder().encode('xx余额不足');
    expect(fxHash(bytes.subarray(2))).toBe(fxHash(bytes.slice(2)));
  });
});
