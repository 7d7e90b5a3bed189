import { crc32 as zlibCrc } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32, seal, unseal } from '../../../src/base/sealed-bytes.ts';

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
  test('is the CRC-32 of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('is that of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc(bytes));
      }),
    );
  });
});
