import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, DamagedBytes } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';

const u32 = fc.integer({ min: 0, max: 0xffffffff });

describe('what a ByteWriter writes', () => {
  test('a ByteReader reads back, value by value', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('u8' as const), value: fc.integer({ min: 0, max: 255 }) }),
      fc.record({ kind: fc.constant('u32' as const), value: u32 }),
      fc.record({ kind: fc.constant('varint' as const), value: u32 }),
      fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'binary' }) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const writer = new ByteWriter();
        for (const { kind, value } of steps) {
          if (kind === 'text') writer.text(value);
          else writer[kind](value);
        }
        const reader = new ByteReader(writer.finish());
        for (const { kind, value } of steps) expect(reader[kind]()).toBe(value);
        expect(reader.remaining).toBe(0);
        expect(reader.offset).toBe(writer.length);
      }),
    );
  });

  test('takes the bytes of a varint that LEB128 says', () => {
    for (const [value, length] of [
      [0, 1],
      [127, 1],
      [128, 2],
      [16383, 2],
      [16384, 3],
      [0xffffffff, 5],
    ] as const) {
      const writer = new ByteWriter();
      writer.varint(value);
      expect(writer.length).toBe(length);
    }
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])('cannot be the varint %d', (value) => {
    expect(() => new ByteWriter().varint(value)).toThrow(RangeError);
  });

  test('is a copy: writing on does not change it', () => {
    const writer = new ByteWriter();
    writer.u8(1);
    const bytes = writer.finish();
    writer.u8(2);
    expect(bytes).toEqual(Uint8Array.of(1));
  });

  test('grows beyond its first buffer in one step or in many', () => {
    const writer = new ByteWriter();
    writer.bytes(new Uint8Array(5000).fill(7));
    for (let i = 0; i < 5000; i++) writer.u8(7);
    expect(writer.finish()).toEqual(new Uint8Array(10_000).fill(7));
  });

  test('has U+FFFD for a lone surrogate', () => {
    const writer = new ByteWriter();
    writer.text('a\ud800');
    expect(new ByteReader(writer.finish()).text()).toBe('a\ufffd');
  });
});

describe('a ByteReader', () => {
  test.each([
    ['a byte', [], (reader: ByteReader) => reader.u8()],
    ['four bytes', [1, 2, 3], (reader: ByteReader) => reader.u32()],
    ['an open varint', [0x80], (reader: ByteReader) => reader.varint()],
    ['a varint of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0], (reader: ByteReader) => reader.varint()],
    ['a varint above 32 bits', [0xff, 0xff, 0xff, 0xff, 0x10], (reader: ByteReader) => reader.varint()],
    ['a count of more than is there', [3, 1, 1], (reader: ByteReader) => reader.count()],
    ['a count of larger things', [2, 1, 1, 1], (reader: ByteReader) => reader.count(2)],
    ['text longer than the rest', [2, 0x61], (reader: ByteReader) => reader.text()],
    ['text that is not UTF-8', [1, 0xff], (reader: ByteReader) => reader.text()],
    ['bytes of negative length', [1], (reader: ByteReader) => reader.bytes(-1)],
  ])('refuses %s as DamagedBytes', (_, bytes, read) => {
    expect(() => read(new ByteReader(Uint8Array.from(bytes)))).toThrow(DamagedBytes);
  });

  test('refuses to begin outside its bytes', () => {
    expect(() => new ByteReader(new Uint8Array(2), 3)).toThrow(DamagedBytes);
    expect(() => new ByteReader(new Uint8Array(2), -1)).toThrow(DamagedBytes);
    expect(new ByteReader(new Uint8Array(2), 2).remaining).toBe(0);
  });

  test('keeps a byte order mark in text', () => {
    expect(new ByteReader(Uint8Array.of(3, 0xef, 0xbb, 0xbf)).text()).toBe('\ufeff');
  });
});
