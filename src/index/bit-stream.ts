// Bits, packed from the lowest of each byte, a value's lowest bit first. Reading past the end gives zeros, so that damaged bytes
// make wrong numbers and no exception: what reads them bounds what it makes of them.

export class BitWriter {
  readonly #bytes: number[] = [];
  #length = 0;

  /** Bits written so far. */
  get length(): number {
    return this.#length;
  }

  /** The low `count` (0 … 32) bits of `value`. */
  bits(value: number, count: number): void {
    for (let i = 0; i < count; i++) {
      const at = this.#length >>> 3;
      if (at === this.#bytes.length) this.#bytes.push(0);
      if ((value >>> i) & 1) this.#bytes[at] = (this.#bytes[at] ?? 0) | (1 << (this.#length & 7));
      this.#length++;
    }
  }

  /** Elias' gamma code of `value`, 1 … 2^24 - 1: as many zeros as the bits that follow the one behind them. */
  gamma(value: number): void {
    const length = 31 - Math.clz32(value);
    this.bits(1 << length, length + 1);
    this.bits(value, length);
  }

  /**
   * `value`, 0 … range - 1, in as few whole bits as that allows. Where the range is no power of two, the values in its middle take
   * one bit less than the others; nothing is written where there is no choice.
   */
  centred(value: number, range: number): void {
    if (range <= 1) return;
    const length = 31 - Math.clz32(range);
    const short = ((2 << length) >>> 0) - range;
    const code = (value - ((range - short) >>> 1) + range) % range;
    if (code < short) {
      this.bits(code, length);
      return;
    }
    this.bits((code + short) >>> 1, length);
    this.bits(code + short, 1);
  }

  /** All bits again, behind those of another. */
  appendTo(other: BitWriter): void {
    for (let at = 0; at < this.#length; at++) other.bits((this.#bytes[at >>> 3] ?? 0) >>> (at & 7), 1);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

export class BitReader {
  /** The bit read next. */
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Of the whole stream, in bits; a few more than were written, as bytes are whole. */
  get length(): number {
    return 8 * this.#bytes.length;
  }

  /** `count`: 0 … 24. */
  bits(count: number): number {
    const value = this.#window() & ((1 << count) - 1);
    this.at += count;
    return value;
  }

  gamma(): number {
    const window = this.#window();
    if ((window & 1) === 1) {
      this.at++;
      return 1;
    }
    const marked = window | (1 << 24);
    const length = 31 - Math.clz32(marked & -marked);
    this.at += length + 1;
    return (1 << length) | this.bits(length);
  }

  /** As BitWriter.centred wrote it. `range`: below 2^31. */
  centred(range: number): number {
    if (range <= 1) return 0;
    const length = 31 - Math.clz32(range);
    const short = ((2 << length) >>> 0) - range;
    let first: number;
    let next: number;
    if (length > 24) {
      first = this.bits(24) + this.bits(length - 24) * 2 ** 24;
      next = this.#window() & 1;
    } else {
      const window = this.#window();
      first = window & ((1 << length) - 1);
      next = (window >>> length) & 1;
      this.at += length;
    }
    let code = first;
    if (first >= short) {
      code = 2 * first + next - short;
      this.at++;
    }
    const value = code + ((range - short) >>> 1);
    return value < range ? value : value - range;
  }

  /** At least 25 bits. */
  #window(): number {
    const at = this.at >>> 3;
    const four = at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : this.#end(at);
    return four >>> (this.at & 7);
  }

  /** Apart, as it is hardly ever asked: with this in it, `#window` would be slow to compile wherever it is compiled in. */
  #end(at: number): number {
    let four = 0;
    for (let i = at + 3; i >= at; i--) four = (four << 8) | (this.#bytes[i] ?? 0);
    return four;
  }
}
