// Where a tolerant match can begin: positions of the names by how the character there is read and by the initial of the next
// one. Made at the first tolerant search, in two passes; a query then looks at one position in hundreds.

import { isHan } from '../analysis/tokenizer.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Pattern } from './pattern-match.ts';

/** Of the second character. 0: nothing that a sign can be, 1 … 26: an initial or a letter, 27: digits, 28: Han without a reading. */
const CLASSES = 29;
const ALL = 2 ** CLASSES - 1;
/** Of the first character: signs of ASCII from 0 to z, Han without a reading, then one for each set of readings. */
const SIGNS = 75;

/** Made at the first use, and kept as long as the names. */
const made = new WeakMap<NameIndex, InitialIndex>();

export function initialIndexOf(names: NameIndex, lexicon: Lexicon): InitialIndex {
  const known = made.get(names);
  if (known !== undefined) return known;
  const index = new InitialIndex(names, lexicon);
  made.set(names, index);
  return index;
}

export class InitialIndex {
  readonly #lexicon: Lexicon;
  /** By number of the set of readings: bit set of the classes of its initials. */
  readonly #initials: Uint32Array;
  readonly #heads: Uint32Array;
  readonly #positions: Uint32Array;

  constructor(names: NameIndex, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#initials = Uint32Array.from([[], ...lexicon.sets], (set) =>
      set.reduce((bits, reading) => bits | (1 << letterClass(reading.charCodeAt(0))), 0),
    );
    const heads = new Uint32Array(CLASSES * (SIGNS + 1 + lexicon.sets.length) + 2);
    this.#heads = heads;
    this.#eachPlace(names.text, (cell) => {
      heads[cell + 2] = (heads[cell + 2] ?? 0) + 1;
    });
    for (let i = 1; i < heads.length; i++) heads[i] = (heads[i] ?? 0) + (heads[i - 1] ?? 0);
    const positions = new Uint32Array(heads[heads.length - 1] ?? 0);
    this.#positions = positions;
    this.#eachPlace(names.text, (cell, at) => {
      const place = heads[cell + 1] ?? 0;
      positions[place] = at;
      heads[cell + 1] = place + 1;
    });
  }

  /** A position stands in one cell for each initial that the character after it can have. */
  #eachPlace(text: string, visit: (cell: number, at: number) => void): void {
    for (let at = 0, unit = text.charCodeAt(0); at < text.length; at++) {
      const kind = this.#kindOf(unit);
      unit = text.charCodeAt(at + 1);
      if (kind < 0) continue;
      for (let rest = this.#classesOf(unit); rest !== 0; rest &= rest - 1)
        visit(kind * CLASSES + lowest(rest), at);
    }
  }

  /** Calls `visit` with every position where a match of `pattern` can begin, until it returns false. */
  visit(pattern: Pattern, visit: (position: number) => boolean): void {
    const first = pattern.signs.charCodeAt(0);
    const own = this.#kindOf(first);
    if (own >= 0 && own <= SIGNS && !this.#visitKind(own, 2, pattern, visit)) return;
    const initials = this.#classesOf(first);
    for (let set = 1; set <= this.#lexicon.sets.length; set++) {
      const states = ((this.#initials[set] ?? 0) & initials) === 0 ? 0 : pattern.statesAfter(set);
      if (states !== 0 && !this.#visitKind(SIGNS + set, states, pattern, visit)) return;
    }
  }

  /** `states`: how many signs of the pattern a character of this kind can stand for, as a bit set. */
  #visitKind(kind: number, states: number, pattern: Pattern, visit: (position: number) => boolean): boolean {
    let classes = 0;
    for (let rest = states; rest !== 0; rest &= rest - 1) {
      const next = lowest(rest);
      classes |= next === pattern.signs.length ? ALL : this.#classesOf(pattern.signs.charCodeAt(next));
    }
    for (let rest = classes; rest !== 0; rest &= rest - 1) {
      const cell = kind * CLASSES + lowest(rest);
      const end = this.#heads[cell + 1] ?? 0;
      for (let i = this.#heads[cell] ?? 0; i < end; i++) if (!visit(this.#positions[i] ?? 0)) return false;
    }
    return true;
  }

  /** -1 for what no sign can be. */
  #kindOf(unit: number): number {
    if (isHan(unit)) return SIGNS + (this.#lexicon.readings[unit - 0x4e00] ?? 0);
    return unit >= 0x30 && unit <= 0x7a ? unit - 0x30 : -1;
  }

  #classesOf(unit: number): number {
    if (isHan(unit)) {
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

/** The number of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
