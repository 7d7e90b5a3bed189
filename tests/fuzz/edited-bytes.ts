// Bytes that were a good file and are made into another: bits turned, pieces cut out, doubled, moved, and numbers that lie.

import fc from 'fast-check';

interface ByteEdit {
  readonly how: 'bit' | 'byte' | 'cut' | 'double' | 'move' | 'end' | 'lie' | 'put';
  /** 0 … 1 of the bytes. */
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly byte: number;
}

/** Varints: 0, 127, 128, 65,536, 2^31, 2^32 - 1, one of more than 32 bits, and one without an end. */
export const LIES: readonly (readonly number[])[] = [
  [0],
  [127],
  [128, 1],
  [128, 128, 4],
  [128, 128, 128, 128, 8],
  [255, 255, 255, 255, 15],
  [255, 255, 255, 255, 127],
  [255, 255, 255, 255, 255, 255, 255, 255],
];

// Without bias: the usual one is towards the ends, where a change says least.
const place = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6);
const edit: fc.Arbitrary<ByteEdit> = fc.record({
  how: fc.constantFrom('bit', 'bit', 'byte', 'cut', 'double', 'move', 'end', 'lie', 'lie', 'put'),
  at: place,
  to: place,
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.nat(255),
});

function apply(bytes: Uint8Array, { how, at, to, length, byte }: ByteEdit): Uint8Array {
  const start = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  if (start < 0) return bytes;
  const before = bytes.subarray(0, start);
  const middle = bytes.subarray(start, start + length);
  const after = bytes.subarray(start + length);
  switch (how) {
    case 'bit':
      return joined(before, [(bytes[start] ?? 0) ^ (1 << (byte & 7))], bytes.subarray(start + 1));
    case 'byte':
      return joined(before, [byte], bytes.subarray(start + 1));
    case 'cut':
      return joined(before, after);
    case 'double':
      return joined(before, middle, middle, after);
    case 'move': {
      const rest = joined(before, after);
      const target = Math.floor(to * rest.length);
      return joined(rest.subarray(0, target), middle, rest.subarray(target));
    }
    case 'end':
      return before;
    case 'lie':
      return joined(before, LIES[byte % LIES.length] ?? [], bytes.subarray(start + 1));
    case 'put':
      return joined(before, new Uint8Array(length).fill(byte), middle, after);
  }
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}

/** `bytes` after one to six edits, never equal to what it was. */
export function editedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) => edits.reduce(apply, bytes))
    .filter((edited) => Buffer.compare(edited, bytes) !== 0);
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text = ''): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
