// Where a tolerant match can begin: positions of the names by how the character there is read and by the initial of the next
// one. Made at the first tolerant search, in one pass; a query then looks at one position in hundreds.

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
  /** By cell: 1 + its first entry, 0 where it has none. */
  readonly #heads: Uint32Array;
  /** By entry: a position, and 1 + the next entry of the cell, 0 for the last. */
  readonly #positions: Uint32Array;
  readonly #next: Uint32Array;

  constructor(names: NameIndex, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#initials = Uint32Array.from([[], ...lexicon.sets], (set) =>
      set.reduce((bits, reading) => bits | (1 << letterClass(reading.charCodeAt(0))), 0),
    );
    const { text } = names;
    const heads = new Uint32Array(CLASSES * (SIGNS + 1 + lexicon.sets.length));
    // A character has two readings at most, so it stands in two cells at most.
    const positions = new Uint32Array(2 * text.length);
    const next = new Uint32Array(2 * text.length);
    let count = 0;
    let classes = 0;
    // From the end, so that a cell has its positions in their order.
    for (let at = text.length - 1; at >= 0; at--) {
      const unit = text.charCodeAt(at);
      const kind = this.#kindOf(unit);
      if (kind >= 0) {
        for (let rest = classes; rest !== 0; rest &= rest - 1) {
          const cell = kind * CLASSES + lowest(rest);
          positions[count] = at;
          next[count] = heads[cell] ?? 0;
          heads[cell] = ++count;
        }
      }
      classes = kind > SIGNS ? (this.#initials[kind - SIGNS] ?? 0) : this.#classesOf(unit);
    }
    this.#heads = heads;
    this.#positions = positions.slice(0, count);
    this.#next = next.slice(0, count);
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
      const head = this.#heads[kind * CLASSES + lowest(rest)] ?? 0;
      for (let i = head; i > 0; i = this.#next[i - 1] ?? 0)
        if (!visit(this.#positions[i - 1] ?? 0)) return false;
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
