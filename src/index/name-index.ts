// The names of all documents in one folded text, and where each pair of signs stands in it: two Han characters in a row, or the
// first two letters of a word. Tier 0 carries no dictionary of its names, as one is made from them faster than it is fetched.
// It is not made at once: the first look-ups read the text from end to end, by the native search of the JavaScript engine, so
// that the first answer need not wait for it.
//
// A pair is a number below 2^29, mixed by a multiplication modulo 2^29, which no two pairs share. Its upper 16 bits choose a
// bucket, its lower 13 stand in the entry before the 19 bits of the document: so the index answers exactly for a pair, and
// with one look into the line for a longer term.

import { isHan } from '../analysis/tokenizer.ts';

const FIRST = 0x4e00;
/** Han characters, and before them the signs of ASCII from 0 to z. */
const SIGNS = 0x4b;
const UNITS = 0x5200 + SIGNS;
const MIX = 0x1e3779b1;
const BUCKETS = 1 << 16;
const DOCUMENT_BITS = 19;

/** Places of a word looked at: only single letters stand in more. */
const MAX_PLACES = 4000;

/** Look-ups in the text before the index is made: together they cost about what it costs. */
const MAX_READ = 24;

/** Most documents of one index. */
export const MAX_NAMED = 1 << DOCUMENT_BITS;

/** Folded lines, the last one not ended. */
interface NamePart {
  readonly text: string;
  readonly lines: number;
}

export class NameIndex {
  /** One line a document, fields between tabs, as DocumentTable has them. */
  readonly text: string;
  /** Where the lines begin, and where one more would. */
  readonly starts: Uint32Array;
  #heads: Uint32Array | undefined;
  #entries = new Uint32Array(0);
  #read = 0;

  /** Texts of folded lines, and how many lines each must have: one has more or fewer where bytes are damaged. */
  constructor(parts: readonly NamePart[]) {
    this.starts = new Uint32Array(1 + parts.reduce((sum, { lines }) => sum + lines, 0));
    let all = '';
    let line = 0;
    for (const { text, lines } of parts) {
      // As many ends as there must be lines: then none is missing, and what is too many is cut off.
      const ended = text + '\n'.repeat(lines);
      let end = 0;
      for (const last = line + lines; line < last; ) {
        end = ended.indexOf('\n', end) + 1;
        this.starts[++line] = all.length + end;
      }
      all += ended.slice(0, end);
    }
    this.text = all;
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
    const first = codeOf(term.charCodeAt(0));
    const second = codeOf(term.charCodeAt(1));
    const paired = first >= SIGNS ? second >= SIGNS : word && first >= 0 && second >= 0 && second < SIGNS;
    if (!paired || this.#read++ < MAX_READ) this.#findInText(term, word, limit, found);
    else this.#findPair(mix(first, second), term, word, limit, found);
  }

  #findInText(term: string, word: boolean, limit: number, found: number[]): void {
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

  #findPair(mixed: number, term: string, word: boolean, limit: number, found: number[]): void {
    this.#heads ??= this.#build();
    const end = this.#heads[(mixed >>> 13) + 1] ?? 0;
    const last = found.length + limit;
    let former = -1;
    for (let i = this.#heads[mixed >>> 13] ?? 0; i < end && found.length < last; i++) {
      const entry = this.#entries[i] ?? 0;
      const document = entry & (MAX_NAMED - 1);
      if (entry >>> DOCUMENT_BITS !== (mixed & 0x1fff) || document === former) continue;
      former = document;
      if (term.length === 2 && !word) found.push(document);
      else this.#findInLine(term, word, document, found);
    }
  }

  #findInLine(term: string, word: boolean, document: number, found: number[]): void {
    const names = this.names(document);
    let at = names.indexOf(term);
    while (at >= 0 && word && !begins(names, at)) at = names.indexOf(term, at + 1);
    if (at >= 0) found.push(word && isSign(names.charCodeAt(at + term.length)) ? ~document : document);
  }

  /** Counts, then places: entries stand in their buckets in the order of the text. Returns where buckets begin. */
  #build(): Uint32Array {
    const { text } = this;
    const heads = new Uint32Array(BUCKETS + 2);
    for (const shift of [2, 1]) {
      let document = 0;
      let former = -1;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const code = codeOf(unit);
        if (
          code >= 0 &&
          former >= 0 &&
          (former < SIGNS ? begins(text, at - 1) && code < SIGNS : code >= SIGNS)
        ) {
          const mixed = mix(former, code);
          const head = (mixed >>> 13) + shift;
          const place = heads[head] ?? 0;
          if (shift === 1) this.#entries[place] = ((mixed & 0x1fff) << DOCUMENT_BITS) | document;
          heads[head] = place + 1;
        }
        former = code;
        if (unit === 10) document++;
      }
      if (shift === 1) break;
      for (let i = 1; i < heads.length; i++) heads[i] = (heads[i] ?? 0) + (heads[i - 1] ?? 0);
      this.#entries = new Uint32Array(heads[BUCKETS + 1] ?? 0);
    }
    return heads;
  }
}

/** Signs below SIGNS, Han characters from there, -1 for the rest. */
function codeOf(unit: number): number {
  if (isHan(unit)) return unit - FIRST + SIGNS;
  return isSign(unit) ? unit - 0x30 : -1;
}

function mix(first: number, second: number): number {
  return Math.imul(first * UNITS + second, MIX) & 0x1fffffff;
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
