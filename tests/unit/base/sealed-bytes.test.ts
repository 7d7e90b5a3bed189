import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { murmur3, seal, unseal } from '../../../src/base/sealed-bytes.ts';

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
  test.each([
    ['', 0],
    ['test', 0xba6bd213],
    ['Hello, world!', 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
  ])('of %j is what the reference implementation gives', (text, expected) => {
    expect(murmur3(new TextEncoder().encode(text))).toBe(expected);
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
          expect(murmur3(changed)).not.toBe(murmur3(bytes));
        },
      ),
    );
  });

  test('does not depend on where the bytes lie', () => {
    const bytes = new TextEncoder().encode('xx余额不足');
    expect(murmur3(bytes.subarray(2))).toBe(murmur3(bytes.slice(2)));
  });
});
