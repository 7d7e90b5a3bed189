import { expect, test } from 'vitest';
import { murmur3 } from '../../../src/journal/murmur3.ts';

test.each([
  ['', 0],
  ['test', 0xba6bd213],
  ['Hello, world!', 0xc0363e43],
  ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
])('the hash of %j is what the reference implementation gives', (text, expected) => {
  expect(murmur3(new TextEncoder().encode(text))).toBe(expected);
});
