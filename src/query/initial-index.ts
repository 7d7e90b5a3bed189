// Where a tolerant match can begin: positions of the names by the initials of the character there and of the next one, for
// every reading of the two. Made at the first tolerant search, in two passes; a query then looks at one position in hundreds.

import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';

/** 0: nothing that a sign can be, 1 … 26: an initial or a letter, 27: digits, 28: Han without a reading. */
const CLASSES = 29;
const ALL = 2 ** CLASSES - 1;
/** Letters of the longest syllable, folded. */
const LONGEST = 6;

export class InitialIndex {
  readonly #lexicon: Lexicon;
  /** By number of the set of readings: bit set of the classes of its initials. */
  readonly #initials: Uint32Array;
  readonly #heads = new Uint32Array(CLASSES * CLASSES + 2);
  readonly #positions: Uint32Array;

  constructor(names: NameIndex, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#initials = Uint32Array.from([[], ...lexicon.sets], (set) =>
      set.reduce((bits, reading) => bits | (1 << letterClass(reading.charCodeAt(0))), 0),
    );
    const { text } = names;
    const heads = this.#heads;
    let count = 0;
    for (let at = 0, next = this.#classesOf(text.charCodeAt(0)); at < text.length; at++) {
      const here = next;
      next = this.#classesOf(text.charCodeAt(at + 1));
      for (let first = here & ~1; first !== 0; first &= first - 1) {
        for (let second = next; second !== 0; second &= second - 1) {
          const head = cellOf(first, second) + 2;
          heads[head] = (heads[head] ?? 0) + 1;
          count++;
        }
      }
    }
    for (let i = 1; i < heads.length; i++) heads[i] = (heads[i] ?? 0) + (heads[i - 1] ?? 0);
    this.#positions = new Uint32Array(count);
    for (let at = 0, next = this.#classesOf(text.charCodeAt(0)); at < text.length; at++) {
      const here = next;
      next = this.#classesOf(text.charCodeAt(at + 1));
      for (let first = here & ~1; first !== 0; first &= first - 1) {
        for (let second = next; second !== 0; second &= second - 1) {
          const head = cellOf(first, second) + 1;
          const place = heads[head] ?? 0;
          this.#positions[place] = at;
          heads[head] = place + 1;
        }
      }
    }
  }

  /** Calls `visit` with every position where a match of `signs` can begin, until it returns false. */
  visit(signs: string, visit: (position: number) => boolean): void {
    const firsts = this.#classesOf(signs.charCodeAt(0)) & ~1;
    const seconds = this.#seconds(signs);
    for (let first = firsts; first !== 0; first &= first - 1) {
      for (let second = seconds; second !== 0; second &= second - 1) {
        const cell = cellOf(first, second);
        const end = this.#heads[cell + 1] ?? 0;
        for (let i = this.#heads[cell] ?? 0; i < end; i++) if (!visit(this.#positions[i] ?? 0)) return;
      }
    }
  }

  /** Which classes the character after the first can have: it reads any of the signs that the first one leaves. */
  #seconds(signs: string): number {
    const han = signs.charCodeAt(0) > 0x7a;
    if (!han && signs.length <= LONGEST) return ALL;
    let classes = 0;
    for (let i = 1; i < signs.length && i <= (han ? 1 : LONGEST); i++)
      classes |= this.#classesOf(signs.charCodeAt(i));
    return classes;
  }

  #classesOf(unit: number): number {
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      const set = this.#lexicon.readings[unit - 0x4e00] ?? 0;
      return set === 0 ? 1 << 28 : (this.#initials[set] ?? 0);
    }
    if (unit >= 0x61 && unit <= 0x7a) return 1 << letterClass(unit);
    return unit >= 0x30 && unit <= 0x39 ? 1 << 27 : 1;
  }
}

/** n and l are one. */
function letterClass(unit: number): number {
  return unit === 0x6e ? 0x6c - 0x60 : unit - 0x60;
}

/** Of the lowest bits of two bit sets. */
function cellOf(first: number, second: number): number {
  return (31 - Math.clz32(first & -first)) * CLASSES + 31 - Math.clz32(second & -second);
}
