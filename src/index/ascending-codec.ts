// Ascending lists of numbers between two bounds that the reader knows: posting lists, the keys of a dictionary, places in a file.
// Binary interpolative coding (Moffat & Stuiver, "Binary interpolative coding for effective index compression", Information
// Retrieval 3, 2000): the middle number first, in as few bits as its range leaves, then both halves alike, in their narrower
// ranges. It comes within 3 % of the entropy of random lists, below it where documents of one kind stand together, and a
// list that fills its range costs nothing.
//
// A number is written by BitWriter.centred, the "centred minimal binary code" of the same authors: the middle of a range, where most
// numbers are, takes the shortest codes.

import type { BitReader, BitWriter } from './bit-stream.ts';

/** `list` ascends without repeating, from `low` to `high` (both included, 0 … 2^31 - 2). How long it is, the reader must know. */
export function encodeAscending(out: BitWriter, list: readonly number[], low: number, high: number): void {
  encodePart(out, list, 0, list.length, low, high);
}

function encodePart(
  out: BitWriter,
  list: readonly number[],
  from: number,
  to: number,
  low: number,
  high: number,
): void {
  if (from >= to) return;
  const middle = (from + to) >>> 1;
  const value = list[middle] ?? 0;
  const least = low + middle - from;
  out.centred(value - least, high - (to - 1 - middle) - least + 1);
  encodePart(out, list, from, middle, low, value - 1);
  encodePart(out, list, middle + 1, to, value + 1, high);
}

/** Fills `list` from index `from` up to `to`. Whatever the bits say, the numbers ascend, and stay in range where they can. */
export function decodeAscending(
  input: BitReader,
  list: Uint32Array,
  from: number,
  to: number,
  low: number,
  high: number,
): void {
  let first = from;
  let lowest = low;
  // The left half calls itself where it is more than one number, the right half goes round.
  while (first < to) {
    const middle = (first + to) >>> 1;
    const least = lowest + middle - first;
    const value = least + input.centred(high - (to - 1 - middle) - least + 1);
    list[middle] = value;
    if (middle - first === 1) list[first] = lowest + input.centred(value - lowest);
    else if (first < middle) decodeAscending(input, list, first, middle, lowest, value - 1);
    first = middle + 1;
    lowest = value + 1;
  }
}
