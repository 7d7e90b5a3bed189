// Reads what byte-writer.ts wrote, from bytes that may be truncated, damaged or foreign: every read is checked against
// the end, and a read past it throws DamagedBytes. Openers catch DamagedBytes at their border and return a problem;
// nothing else catches it.

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes are not what their format promises. `offset` is in bytes from the start of the reader's bytes. */
export class DamagedBytes extends Error {
  override readonly name = 'DamagedBytes';
  readonly offset: number;

  constructor(what: string, offset: number, options?: ErrorOptions) {
    super(`${what} at byte ${offset}`, options);
    this.offset = offset;
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#offset = offset;
    if (offset < 0 || offset > bytes.length) throw new DamagedBytes('a position outside the file', offset);
  }

  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  u8(): number {
    const value = this.#bytes[this.#offset];
    if (value === undefined) throw new DamagedBytes('the end, one byte early', this.#offset);
    this.#offset++;
    return value;
  }

  u32(): number {
    return (this.u8() | (this.u8() << 8) | (this.u8() << 16) | (this.u8() << 24)) >>> 0;
  }

  varint(): number {
    const start = this.#offset;
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    throw new DamagedBytes('a number longer than 32 bits', start);
  }

  /** A varint that counts things of at least `size` bytes each: a lie about the count is found before any work is done. */
  count(size = 1): number {
    const start = this.#offset;
    const value = this.varint();
    if (value * size > this.remaining) throw new DamagedBytes(`a count of ${value}, more than fits`, start);
    return value;
  }

  /** A view, not a copy. */
  bytes(length: number): Uint8Array {
    if (length < 0 || length > this.remaining) {
      throw new DamagedBytes(`a length of ${length}, past the end`, this.#offset);
    }
    const view = this.#bytes.subarray(this.#offset, this.#offset + length);
    this.#offset += length;
    return view;
  }

  text(): string {
    const start = this.#offset;
    const bytes = this.bytes(this.varint());
    try {
      return decoder.decode(bytes);
    } catch (cause) {
      throw new DamagedBytes('text that is not UTF-8', start, { cause });
    }
  }
}
