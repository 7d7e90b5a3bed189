// The names of all documents in one folded text, and where each pair of Han characters stands in it. Tier 0 carries no
// dictionary of its names: this one is made from them at the first text search, in two passes over the text (1 ms for 10,000
// titles), which is cheaper than to fetch it. Other words are found by the text search of the JavaScript engine.
//
// A pair is a number below 2^29, mixed by a multiplication modulo 2^29, which no two pairs share. Its upper 16 bits choose a
// bucket, its lower 13 stand in the entry before the 19 bits of the document: so the index answers exactly, without a look
// into the text.

import { isHan } from '../analysis/tokenizer.ts';

const FIRST = 0x4e00;
const UNITS = 0x5200;
const MIX = 0x1e3779b1;
const BUCKETS = 1 << 16;
const DOCUMENT_BITS = 19;

/** Places of a word looked at: only single letters stand in more. */
const MAX_PLACES = 4000;

/** Most documents of one index. */
export const MAX_NAMED = 1 << DOCUMENT_BITS;

export class NameIndex {
  /** One line a document, fields between tabs, as DocumentTable has them. */
  readonly text: string;
  /** Where the lines begin, and where one more would. */
  readonly starts: Uint32Array;
  #heads: Uint32Array | undefined;
  #entries = new Uint32Array(0);

  /** Texts of folded lines, and how many lines each must have: one has more or fewer where bytes are damaged. */
  constructor(parts: readonly { readonly text: string; readonly lines: number }[]) {
    this.text = parts.map(({ text, lines }) => (lines > 0 ? exactly(text, lines) : '')).join('');
    const count = parts.reduce((sum, { lines }) => sum + lines, 0);
    this.starts = new Uint32Array(count + 1);
    for (let i = 1; i <= count; i++) this.starts[i] = this.text.indexOf('\n', this.starts[i - 1]) + 1;
  }

  names(document: number): string {
    return this.text.slice(this.starts[document], (this.starts[document + 1] ?? 1) - 1);
  }

  /** The document of the line that holds `position`. */
  documentAt(position: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * Appends the documents whose names hold `term` to `found`, ascending; where `word` is set, it must begin there, and a
   * document that holds a longer word first is appended as its complement (~document). At most `limit`.
   */
  find(term: string, word: boolean, limit: number, found: number[]): void {
    if (term.length === 2 && isHan(term.charCodeAt(0)) && isHan(term.charCodeAt(1))) {
      this.#findPair(term.charCodeAt(0), term.charCodeAt(1), limit, found);
      return;
    }
    const { text, starts } = this;
    const last = found.length + limit;
    let at = text.indexOf(term);
    for (let left = MAX_PLACES; at >= 0 && left > 0 && found.length < last; left--) {
      let next = at + 1;
      if (!word || begins(text, at)) {
        const document = this.documentAt(at);
        found.push(word && isSign(text.charCodeAt(at + term.length)) ? ~document : document);
        next = starts[document + 1] ?? next;
      }
      at = text.indexOf(term, next);
    }
  }

  #findPair(first: number, second: number, limit: number, found: number[]): void {
    this.#heads ??= this.#build();
    const mixed = mix(first, second);
    const end = this.#heads[(mixed >>> 13) + 1] ?? 0;
    const last = found.length + limit;
    let former = -1;
    for (let i = this.#heads[mixed >>> 13] ?? 0; i < end && found.length < last; i++) {
      const entry = this.#entries[i] ?? 0;
      const document = entry & (MAX_NAMED - 1);
      if (entry >>> DOCUMENT_BITS !== (mixed & 0x1fff) || document === former) continue;
      found.push(document);
      former = document;
    }
  }

  /** Counts, then places: entries stand in their buckets in the order of the text. Returns where buckets begin. */
  #build(): Uint32Array {
    const { text } = this;
    const heads = new Uint32Array(BUCKETS + 2);
    for (const shift of [2, 1]) {
      let document = 0;
      let former = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (former === 10) document++;
        if (isHan(unit) && isHan(former)) {
          const mixed = mix(former, unit);
          const head = (mixed >>> 13) + shift;
          const place = heads[head] ?? 0;
          if (shift === 1) this.#entries[place] = ((mixed & 0x1fff) << DOCUMENT_BITS) | document;
          heads[head] = place + 1;
        }
        former = unit;
      }
      if (shift === 1) break;
      for (let i = 1; i < heads.length; i++) heads[i] = (heads[i] ?? 0) + (heads[i - 1] ?? 0);
      this.#entries = new Uint32Array(heads[BUCKETS + 1] ?? 0);
    }
    return heads;
  }
}

function mix(first: number, second: number): number {
  return Math.imul((first - FIRST) * UNITS + second - FIRST, MIX) & 0x1fffffff;
}

/** A letter or digit of ASCII: what a word is made of, save for rare scripts, whose words are not told apart. */
function isSign(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}

/** Whether a word may begin at `at`: err55 is two. */
function begins(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return !isSign(before) || (before > 0x39 && text.charCodeAt(at) <= 0x39);
}

/** `count` lines, each ended. */
function exactly(text: string, count: number): string {
  const lines = text.split('\n');
  while (lines.length < count) lines.push('');
  return `${lines.slice(0, count).join('\n')}\n`;
}
