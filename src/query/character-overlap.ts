// What is said in other words: 隔一天还撤得了吗 shares no pair of characters with 隔天退 and 撤销, and three telling characters with
// the names of that one article. For queries that nothing holds as typed, names are compared as bags of Han characters, each character
// counting by how few documents have it in their names (the idf of term-search.ts, over names).

import { isJoining } from '../analysis/empty-words.ts';
import { isHan } from '../analysis/tokenizer.ts';
import type { NameIndex } from '../index/name-index.ts';
import { PRECISION_SHARE } from './rank.ts';

/** Characters of the query that are looked at: a set of them is a bit mask. */
const MAX_CHARACTERS = 30;
/** UTF-16 units of names read for one query: all of some ten thousand documents. */
export const MAX_UNITS = 400_000;
/** Documents given back at most. */
const MAX_DOCUMENTS = 64;
/** One character in common says nothing. */
const FEWEST = 2;

const FIRST = 0x4e00;
/** By Han character: 1 more than its number in the query. Filled and cleared by each call, as nothing here waits. */
const numbers = new Uint8Array(0x5200);

/** Document → how much of the query its best name has, 0 … 1. `work`: units of names read. */
export interface Overlap {
  readonly documents: ReadonlyMap<number, number>;
  readonly work: number;
}

export function overlapNames(runs: readonly string[], names: NameIndex): Overlap {
  const characters = tellingCharacters(runs);
  const documents = new Map<number, number>();
  if (characters.length < FEWEST || names.text.length > MAX_UNITS) return { documents, work: 0 };
  for (const [i, character] of characters.entries()) numbers[character.charCodeAt(0) - FIRST] = i + 1;
  const found = readNames(names);
  for (const character of characters) numbers[character.charCodeAt(0) - FIRST] = 0;
  const values = valuesOf(found, characters.length, names.starts.length - 1);
  const possible = values.reduce((sum, value) => sum + value, 0);
  for (const { document, mask, units } of found) {
    let value = 0;
    let held = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      value += values[31 - Math.clz32(rest & -rest)] ?? 0;
      held++;
    }
    if (held < FEWEST) continue;
    const fit = (value / possible) * (1 - PRECISION_SHARE + (PRECISION_SHARE * held) / units);
    if (fit > (documents.get(document) ?? 0)) documents.set(document, fit);
  }
  const best = [...documents].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_DOCUMENTS);
  return { documents: new Map(best), work: names.text.length };
}

/** Distinct Han characters of the runs that do more than join others. */
function tellingCharacters(runs: readonly string[]): string[] {
  const characters = new Set<string>();
  for (const character of runs.join('')) {
    if (isHan(character.charCodeAt(0)) && !isJoining(`${character}一`)) characters.add(character);
  }
  return [...characters].slice(0, MAX_CHARACTERS);
}

interface FoundName {
  readonly document: number;
  /** Of the characters of the query that it has. */
  readonly mask: number;
  /** Its length. */
  readonly units: number;
}

/** The names that have some of the characters. */
function readNames({ text }: NameIndex): FoundName[] {
  const found: FoundName[] = [];
  let document = 0;
  let mask = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST) {
      const number = numbers[unit - FIRST] ?? 0;
      if (number > 0) mask |= 1 << (number - 1);
    } else if (unit < 0x20) {
      if (mask !== 0) found.push({ document, mask, units: at - start });
      mask = 0;
      start = at + 1;
      if (unit === 10) document++;
    }
  }
  return found;
}

/** By number of the character: the fewer documents have it in their names, the more. */
function valuesOf(found: readonly FoundName[], characters: number, documents: number): number[] {
  const counts = new Array<number>(characters).fill(0);
  let last = -1;
  let seen = 0;
  for (const { document, mask } of found) {
    if (document !== last) seen = 0;
    last = document;
    for (let rest = mask & ~seen; rest !== 0; rest &= rest - 1) {
      const number = 31 - Math.clz32(rest & -rest);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    seen |= mask;
  }
  return counts.map((count) => Math.log(1 + (documents - count + 0.5) / (count + 0.5)));
}
