// Where the blocks of a dictionary begin: one entry for 32 terms, so that a look-up is a binary search here and a walk over
// at most 32 terms. Stored as gaps (about five bytes a block, 4 % of a dictionary), expanded into one typed array when the
// dictionary is first asked.
//
//   varint number of blocks; for each: varint key gap, varint term bytes, varint posting bits  (of the block before it)

import { ByteWriter } from '../base/byte-writer.ts';

export const BLOCK_TERMS = 32;

export interface Block {
  /** The first key of the block; ascending. For word dictionaries 0. */
  readonly key: number;
  /** Where its terms begin, in bytes. */
  readonly term: number;
  /** Where its posting lists begin, in bits. */
  readonly bit: number;
}

export function encodeBlocks(blocks: readonly Block[]): Uint8Array {
  const out = new ByteWriter();
  out.varint(blocks.length);
  let former: Block = { key: 0, term: 0, bit: 0 };
  for (const block of blocks) {
    out.varint(block.key - former.key);
    out.varint(block.term - former.term);
    out.varint(block.bit - former.bit);
    former = block;
  }
  return out.finish();
}

/** Three numbers a block: key, term, bit. Damaged bytes give a wrong directory, not an exception. */
export function decodeBlocks(bytes: Uint8Array): Uint32Array {
  const cursor = new TermCursor(bytes, 0);
  const blocks = new Uint32Array(3 * Math.min(cursor.varint(), bytes.length));
  for (let i = 0; i < blocks.length; i++) blocks[i] = (blocks[i - 3] ?? 0) + cursor.varint();
  return blocks;
}

/** Found posting lists, two numbers each: first bit, document frequency. */
export type Lists = number[];

/** Walks over the terms of a block. Past the end it reads zeros, so that damaged bytes cannot make it throw. */
export class TermCursor {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** 0 … 2^32 - 1, as ByteWriter.varint writes it. */
  varint(): number {
    let byte = this.#bytes[this.at++] ?? 0;
    let value = byte & 127;
    for (let factor = 128; byte > 127 && factor < 2 ** 35; factor *= 128) {
      byte = this.#bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
    }
    return value;
  }

  byte(): number {
    return this.#bytes[this.at++] ?? 0;
  }
}
