// Posting lists: ascending document numbers 0 … N-1, coded by binary interpolation (Moffat & Stuiver 2000). The middle
// number is written in as few bits as its possible range needs, then the two halves, each in its narrower range:
//
//   encode([3 4 9], 0…9)   4 can be 1…8, so log2 8 = 3 bits;  3 can be 0…3, 2 bits;  9 can be 5…9, 2 or 3 bits
//
// Chosen over gaps with Rice or Elias-Fano codes because articles stand in the order of their ids, so that neighbours speak
// of the same things and lists cluster: interpolation goes below the entropy of random sets there, a list of all documents
// costs nothing, and there is no parameter. Lengths are in the dictionary, so a list has no header.
//
// Numbers of a range of n are written in "truncated binary": floor(log2 n) bits, one more for the higher ones. Bits are
// packed from the lowest of each byte, a value's lowest bit first; the one more bit stands behind, so that the first
// floor(log2 n) bits tell whether it is there. Whatever the bytes say, decoding yields `count` ascending numbers
// below N and takes time in proportion to `count`; past the end, bits read as 0. N is below 2^24.

export class BitWriter {
  readonly #bytes: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The low `count` bits of `value`, the lowest first. */
  bits(value: number, count: number): void {
    for (let i = 0; i < count; i++) {
      const at = this.#length >>> 3;
      if (at === this.#bytes.length) this.#bytes.push(0);
      if ((value >>> i) & 1) this.#bytes[at] = (this.#bytes[at] ?? 0) | (1 << (this.#length & 7));
      this.#length++;
    }
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** `list` ascending, without duplicates, in `low` … `high`. */
export function encodePostings(out: BitWriter, list: readonly number[], low: number, high: number): void {
  if (list.length === 0 || high - low + 1 === list.length) return;
  const half = list.length >>> 1;
  const middle = list[half] ?? 0;
  const from = low + half;
  writeTruncated(out, middle - from, high - (list.length - 1 - half) - from + 1);
  encodePostings(out, list.slice(0, half), low, middle - 1);
  encodePostings(out, list.slice(half + 1), middle + 1, high);
}

function writeTruncated(out: BitWriter, value: number, range: number): void {
  const width = 31 - Math.clz32(range);
  const short = 2 ** (width + 1) - range;
  if (value < short) {
    out.bits(value, width);
  } else {
    out.bits((value + short) >>> 1, width);
    out.bits((value + short) & 1, 1);
  }
}

/** Reads posting lists from one bit stream. `postings` holds the list read last; it is overwritten by the next. */
export class PostingReader {
  readonly #bytes: Uint8Array;
  readonly #documents: number;
  #bit = 0;
  readonly postings: Uint32Array;

  constructor(bytes: Uint8Array, documents: number) {
    this.#bytes = bytes;
    this.#documents = documents;
    this.postings = new Uint32Array(documents);
  }

  /** The bit after the list of `count` postings that begins at `bit`. Most lists hold one posting: they are not decoded. */
  skip(bit: number, count: number): number {
    if (count !== 1) return this.read(bit, count);
    const range = this.#documents;
    const width = 31 - Math.clz32(range);
    const value = this.#window(bit) & ((1 << width) - 1);
    return range < 2 ? bit : bit + (value < 2 ** (width + 1) - range ? width : width + 1);
  }

  /** Reads the list of `count` postings that begins at `bit`; returns the bit after it. */
  read(bit: number, count: number): number {
    this.#bit = bit;
    this.#read(Math.min(count, this.#documents), 0, this.#documents - 1, 0);
    return this.#bit;
  }

  #read(count: number, low: number, high: number, at: number): void {
    if (count <= 0) return;
    if (high - low + 1 <= count) {
      for (let i = 0; i < count; i++) this.postings[at + i] = low + i;
      return;
    }
    const half = count >>> 1;
    const from = low + half;
    const middle = from + this.#truncated(high - (count - 1 - half) - from + 1);
    this.postings[at + half] = middle;
    this.#read(half, low, middle - 1, at);
    this.#read(count - 1 - half, middle + 1, high, at + half + 1);
  }

  #truncated(range: number): number {
    const width = 31 - Math.clz32(range);
    const short = 2 ** (width + 1) - range;
    const window = this.#window(this.#bit);
    const value = window & ((1 << width) - 1);
    if (value < short) {
      this.#bit += width;
      return value;
    }
    this.#bit += width + 1;
    return ((value << 1) | ((window >>> width) & 1)) - short;
  }

  /** At least 25 bits from `bit` on. */
  #window(bit: number): number {
    const bytes = this.#bytes;
    const at = bit >>> 3;
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    return (low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> (bit & 7);
  }
}
