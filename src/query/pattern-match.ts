// The tolerant search over names: homophones (余鹅不足), pinyin in full, cut short or as initials, joined or mixed with Han
// (yuebuzu, yebz, yue不足), and one wrong, missing, extra or swapped character.
//
// A pattern is a run of signs, Han characters or Latin letters. A non-deterministic automaton reads a name character by
// character; a state is how many signs are matched, and the set of states is one number, bit i for i signs (Baeza-Yates &
// Gonnet's Shift-And; the second row for one error after Wu & Manber, "Fast text searching allowing errors", 1992).
// Unlike theirs, one Han character of the name may match several letters of the pattern: all or some of its reading.
//
//   pattern  y u e 不 足         name 余额不足
//   余 (yu)  {0} → {0 1 2}       额 (e) → {0 3}      不 → {0 4}      足 → {0 5}: found
//
// So no pinyin has to be cut into syllables, which is ambiguous (xian, fangan).

import { endsOf } from '../analysis/pinyin.ts';
import { isHan } from '../analysis/tokenizer.ts';
import type { Lexicon } from '../index/lexicon.ts';

/** Longest pattern, in signs. */
export const MAX_PATTERN = 28;

export interface Match {
  /** Half-open, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** Wrong, missing, extra or swapped characters: 0 or 1. */
  readonly errors: number;
}

/** `whole`: only uncut syllables, the last one excepted; `initials`: one letter a character; `loose`: any mixture. */
export type Reading = 'whole' | 'loose';

export class Pattern {
  readonly signs: string;
  readonly #sets: readonly (readonly string[])[];
  readonly #readings: Uint16Array;
  readonly #reading: Reading;
  readonly #errors: boolean;
  /** By number of the set of readings (0: none): for each state a character of it can be read in, the states after it. */
  readonly #steps: (Uint32Array | undefined)[];
  #begins: Uint8Array | undefined;
  /** Bit i: sign i is a Han character. */
  readonly #han: number;

  /** Signs beyond MAX_PATTERN are left out: what is typed so long is found by its beginning. */
  constructor(signs: string, lexicon: Lexicon, reading: Reading, errors: boolean) {
    this.signs = signs.slice(0, MAX_PATTERN);
    this.#sets = lexicon.sets;
    this.#readings = lexicon.readings;
    this.#reading = reading;
    this.#errors = errors;
    this.#steps = [new Uint32Array(this.signs.length)];
    let han = 0;
    for (let i = 0; i < this.signs.length; i++) if (isHan(this.signs.charCodeAt(i))) han |= 1 << i;
    this.#han = han;
  }

  /** The first match in `text` between `from` and `to`, ending as early as it can. Names (below a blank) end a match. */
  find(text: string, from: number, to: number): Match | undefined {
    const full = 1 << this.signs.length;
    const first = this.signs.charCodeAt(0);
    const states: States = { exact: 1, wrong: 0, swapped: 0 };
    const readings = this.#readings;
    const begins = this.#errors ? new Uint8Array(0) : this.#beginnings();
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      // Nearly every character: nothing is begun, and it begins nothing.
      if (states.exact === 1 && unit !== first && begins[readings[unit - 0x4e00] ?? 0] === 0) continue;
      if (unit < 32) {
        states.exact = 1;
        states.wrong = 0;
        states.swapped = 0;
        continue;
      }
      const steps = this.#stepsOf(unit);
      this.#advance(states, steps, unit);
      states.exact |= 1;
      if (((states.exact | states.wrong) & full) === 0) continue;
      const errors = (states.exact & full) === 0 ? 1 : 0;
      return { start: this.#startOf(text, from, at, errors === 1), end: at + 1, errors };
    }
    return undefined;
  }

  /** Where the match that begins at `start` ends, as early as it can, without an error; -1 where none begins there. */
  endAt(text: string, start: number): number {
    const full = 1 << this.signs.length;
    let states = 1;
    for (let at = start; states !== 0; at++) {
      const unit = text.charCodeAt(at);
      states = advance(this.#stepsOf(unit), states, unit, this.signs);
      if ((states & full) !== 0) return at + 1;
    }
    return -1;
  }

  /** How many signs a character of a set of readings (1 and up) can stand for at the beginning, as a bit set. */
  statesAfter(set: number): number {
    return this.#step(this.#sets[set - 1] ?? [], 0);
  }

  /** By number of the set of readings: 1 where a character of it can begin a match. Made once a pattern. */
  #beginnings(): Uint8Array {
    if (this.#begins !== undefined) return this.#begins;
    const begins = new Uint8Array(this.#sets.length + 1);
    for (let set = 1; set < begins.length; set++) if (this.statesAfter(set) !== 0) begins[set] = 1;
    this.#begins = begins;
    return begins;
  }

  /** The latest start from which the pattern still matches up to `last`; with an error, one at its first sign if any. */
  #startOf(text: string, from: number, last: number, errors: boolean): number {
    const earliest = Math.max(from, last - this.signs.length);
    if (errors) {
      for (let start = earliest; start <= last; start++) {
        if (text[start] === this.signs[0] && this.#reaches(text, start, last)) return start;
      }
    }
    for (let start = last; start >= earliest; start--) if (this.#reaches(text, start, last)) return start;
    return last;
  }

  #reaches(text: string, start: number, last: number): boolean {
    const states: States = { exact: 1, wrong: this.#errors ? (this.#han & 1) << 1 : 0, swapped: 0 };
    for (let at = start; at <= last; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 32) return false;
      this.#advance(states, this.#stepsOf(unit), unit);
    }
    return ((states.exact | states.wrong) & (1 << this.signs.length)) !== 0;
  }

  /** Reads one character. With errors allowed, a Han sign may be missing, wrong or swapped, or the character be extra. */
  #advance(states: States, steps: Uint32Array, unit: number): void {
    const { exact } = states;
    const next = advance(steps, exact, unit, this.signs);
    if (this.#errors) {
      const here = this.#alike(steps, unit);
      const after = advance(steps, states.wrong, unit, this.signs) | ((states.swapped & here) << 2);
      states.swapped = exact & (here >>> 1);
      states.wrong = after | exact | ((exact & this.#han) << 1) | (((next | 1) & this.#han) << 1);
    }
    states.exact = next;
  }

  /** Bit i: the character may stand for the Han sign i. */
  #alike(steps: Uint32Array, unit: number): number {
    let alike = 0;
    for (let rest = this.#han; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      if (this.signs.charCodeAt(i) === unit || ((steps[i] ?? 0) & (2 << i)) !== 0) alike |= 1 << i;
    }
    return alike;
  }

  #stepsOf(unit: number): Uint32Array {
    const set = this.#readings[unit - 0x4e00] ?? 0;
    return this.#steps[set] ?? this.#makeSteps(set);
  }

  #makeSteps(set: number): Uint32Array {
    const readings = this.#sets[set - 1] ?? [];
    const steps = new Uint32Array(this.signs.length);
    for (let i = 0; i < steps.length; i++) steps[i] = this.#step(readings, i);
    this.#steps[set] = steps;
    return steps;
  }

  /** The states after reading, in state `i`, a character with these readings. */
  #step(readings: readonly string[], i: number): number {
    const { signs } = this;
    const unit = signs.charCodeAt(i);
    if (isHan(unit)) {
      const own = this.#sets[(this.#readings[unit - 0x4e00] ?? 0) - 1] ?? [];
      return own.some((reading) => readings.includes(reading)) ? 2 << i : 0;
    }
    let states = 0;
    for (const reading of readings) {
      if (this.#reading === 'loose') states |= endsOf(reading, signs, i, false);
      else
        states |= endsOf(reading, signs, i, true) | (endsOf(reading, signs, i, false) & (1 << signs.length));
    }
    return states;
  }
}

/** Sets of states: after no error, after one, and between two swapped characters. */
interface States {
  exact: number;
  wrong: number;
  swapped: number;
}

/** The states after reading one character in any of `states`. */
function advance(steps: Uint32Array, states: number, unit: number, signs: string): number {
  let next = 0;
  for (let rest = states; rest !== 0; rest &= rest - 1) {
    const i = 31 - Math.clz32(rest & -rest);
    if (signs.charCodeAt(i) === unit) next |= 2 << i;
    next |= steps[i] ?? 0;
  }
  return next;
}
