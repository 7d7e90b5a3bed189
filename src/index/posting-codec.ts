// Posting lists: ascending document numbers 0 … N-1, coded so that the length of a list follows from how many documents it
// has, which the dictionary says. So a reader passes over lists without decoding them, and no offsets are stored.
//
//   up to about 7 documents   the number of the list among all C(N, k) lists of that length, in ceil(log2 C(N, k)) bits: the
//                             combinatorial number system, sum of C(p, i) over the i-th posting p (Cover, "Enumerative source
//                             coding", 1973). No code for random lists is shorter; two thirds of all terms have one document.
//   more                      Elias-Fano: the low l = floor(log2(N / k)) bits of each, then how much the rest grows, unary
//   all documents             nothing
//
// Bits are packed from the lowest of each byte, a value's lowest bit first. Whatever the bytes say, decoding yields `count`
// ascending numbers below N and takes time in proportion to N; past the end, bits read as 0. N is at most 2^16.

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

/** Numbers of lists of this many bits and more are not exact in a double together with their sums. */
const MAX_CHOICES = 2 ** 48;
/** Above this length every list of more than a hundred documents has too many choices. */
const MAX_ENUMERATED = 8;

/** By length k: for each c, C(c, k), or Infinity from MAX_CHOICES on. Grows to the largest N asked. */
const choices: Float64Array[] = [];

function choose(documents: number): readonly Float64Array[] {
  if ((choices[0]?.length ?? 0) > documents) return choices;
  let former = new Float64Array(documents + 1).fill(1);
  choices[0] = former;
  for (let k = 1; k <= MAX_ENUMERATED; k++) {
    const row = new Float64Array(documents + 1);
    for (let c = 1; c <= documents; c++) {
      const sum = (row[c - 1] ?? 0) + (former[c - 1] ?? 0);
      row[c] = sum < MAX_CHOICES ? sum : Number.POSITIVE_INFINITY;
    }
    choices[k] = row;
    former = row;
  }
  return choices;
}

/** Twice the bits of a list of `count` of `documents`, 1 more where the list is numbered among all of its length. */
function shapeOf(count: number, documents: number): number {
  if (count <= 0 || count >= documents) return 0;
  const lists = count > MAX_ENUMERATED ? MAX_CHOICES : (choose(documents)[count]?.[documents] ?? 0);
  let size = 0;
  if (lists < MAX_CHOICES) while (2 ** size < lists) size++;
  else size = count * (lowBits(count, documents) + 1) + ((documents - 1) >>> lowBits(count, documents));
  return 2 * size + (lists < MAX_CHOICES ? 1 : 0);
}

function lowBits(count: number, documents: number): number {
  return 31 - Math.clz32(documents / count);
}

/** `list` ascending, without duplicates, below `documents`. */
export function encodePostings(out: BitWriter, list: readonly number[], documents: number): void {
  const shape = shapeOf(list.length, documents);
  const size = shape >>> 1;
  if (size === 0) return;
  if ((shape & 1) === 1) {
    const rows = choose(documents);
    const number = list.reduce((sum, posting, i) => sum + (rows[i + 1]?.[posting] ?? 0), 0);
    out.bits(number % 2 ** 24, Math.min(24, size));
    out.bits(Math.floor(number / 2 ** 24), Math.max(0, size - 24));
    return;
  }
  const low = lowBits(list.length, documents);
  for (const posting of list) out.bits(posting, low);
  const end = out.length + size - list.length * low;
  let former = 0;
  for (const posting of list) {
    for (; former < posting >>> low; former++) out.bits(0, 1);
    out.bits(1, 1);
  }
  while (out.length < end) out.bits(0, 1);
}

/** Reads posting lists from one bit stream. `postings` holds the list read last; it is overwritten by the next. */
export class PostingReader {
  readonly #bytes: Uint8Array;
  readonly #documents: number;
  /** By length: one more than the shape, 0 while that is not known. */
  readonly #shapes: Uint32Array;
  readonly postings: Uint32Array;

  constructor(bytes: Uint8Array, documents: number) {
    this.#bytes = bytes;
    this.#documents = documents;
    this.postings = new Uint32Array(documents);
    this.#shapes = new Uint32Array(documents);
  }

  /** Bits of a list of `count` postings. */
  size(count: number): number {
    return this.#shape(count) >>> 1;
  }

  #shape(count: number): number {
    if (count >= this.#documents) return 0;
    const known = this.#shapes[count] ?? 0;
    if (known > 0) return known - 1;
    const shape = shapeOf(count, this.#documents);
    this.#shapes[count] = shape + 1;
    return shape;
  }

  /** Reads the list of `count` postings that begins at `bit`. */
  read(bit: number, count: number): void {
    const documents = this.#documents;
    const shape = this.#shape(count);
    if (count >= documents) for (let i = 0; i < documents; i++) this.postings[i] = i;
    else if ((shape & 1) === 1) this.#readNumber(bit, count, shape >>> 1);
    else if (count > 0) this.#readUnary(bit, count, lowBits(count, documents));
  }

  #readNumber(bit: number, count: number, size: number): void {
    const low = Math.min(24, size);
    let number = this.#window(bit) & ((1 << low) - 1);
    if (size > 24) number += 2 ** 24 * (this.#window(bit + 24) & ((1 << (size - 24)) - 1));
    const rows = choose(this.#documents);
    let above = this.#documents;
    for (let i = count; i > 1; i--) {
      const row = rows[i];
      // The largest c below the posting after it with C(c, i) <= number; c = i - 1 always is.
      let least = i - 1;
      while (above - least > 1) {
        const middle = (least + above) >>> 1;
        if ((row?.[middle] ?? 0) <= number) least = middle;
        else above = middle;
      }
      this.postings[i - 1] = least;
      number -= row?.[least] ?? 0;
      above = least;
    }
    this.postings[0] = Math.min(number, above - 1);
  }

  #readUnary(bit: number, count: number, low: number): void {
    const documents = this.#documents;
    const mask = (1 << low) - 1;
    let at = bit + count * low;
    let high = 0;
    let least = 0;
    const highest = (documents - 1) >>> low;
    for (let i = 0; i < count; i++) {
      while (high < highest && (((this.#bytes[at >>> 3] ?? 0) >>> (at & 7)) & 1) === 0) {
        high++;
        at++;
      }
      at++;
      const value = (high << low) | (this.#window(bit + i * low) & mask);
      // Damaged bytes may not ascend, or end too near the end for what is to come.
      const posting = Math.min(Math.max(value, least), documents - count + i);
      this.postings[i] = posting;
      least = posting + 1;
    }
  }

  /** At least 25 bits from `bit` on. */
  #window(bit: number): number {
    const bytes = this.#bytes;
    const at = bit >>> 3;
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    return (low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> (bit & 7);
  }
}
