// Long names of codes that one slip of the finger has changed: TRADE_HAS_SUCESS.

import { CODE_MARK } from '../index/lookup-segment.ts';
import { encodeWord } from '../index/word-terms.ts';
import { type CodeTable, inOrder, OMITTED } from './code-lookup.ts';
import type { Tier } from './term-search.ts';

/** Names compared. */
const MAX_KEYS = 4096;

/** Shorter names are too near one another. */
const MIN_LENGTH = 6;

/** Of `keys`, the first that is one slip of the finger away from a long name, and who owns that. */
export function findSlip(
  keys: readonly string[],
  tiers: readonly Tier[],
  table: CodeTable,
): ReturnType<CodeTable['slip']> {
  for (const key of keys) {
    const near = key.length >= MIN_LENGTH && /^[a-z]+$/.test(key) ? nearCodes(key, tiers) : [];
    if (near.length > 0) return { key, similar: inOrder(near, table) };
  }
  return undefined;
}

function nearCodes(key: string, tiers: readonly Tier[]): number[] {
  const near: number[] = [];
  for (const { name, plain, tier, bit, count } of namesOf(tiers))
    if (isOneEdit(key, name) || isOneEdit(key, plain))
      for (const document of tier.terms.read(bit, count)) near.push(tier.base + document);
  return near;
}

interface CodeName {
  readonly name: string;
  /** As most screens show it. */
  readonly plain: string;
  readonly tier: Tier;
  /** Its list. */
  readonly bit: number;
  readonly count: number;
}

/** Spelled once: most of what is typed in letters is pinyin, and is compared with all of them. */
const known = new WeakMap<readonly Tier[], readonly CodeName[]>();

function namesOf(tiers: readonly Tier[]): readonly CodeName[] {
  const spelt = known.get(tiers);
  if (spelt !== undefined) return spelt;
  const names: CodeName[] = [];
  const mark = encodeWord(CODE_MARK);
  for (const tier of tiers) {
    tier.terms.scanWords(mark, (_, bit, count, spelled) => {
      const name = spelled().slice(CODE_MARK.length);
      const plain = name.startsWith(OMITTED) ? name.slice(OMITTED.length) : name;
      if (plain.length >= MIN_LENGTH - 1) names.push({ name, plain, tier, bit, count });
      return names.length < MAX_KEYS;
    });
  }
  known.set(tiers, names);
  return names;
}

/** Whether one sign wrong, missing, extra or swapped with its neighbour turns `a` into `b`. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const rest = (text: string, skip: number) => text.slice(from + skip);
  if (a.length !== b.length)
    return a.length < b.length ? rest(a, 0) === rest(b, 1) : rest(a, 1) === rest(b, 0);
  if (rest(a, 1) === rest(b, 1)) return true;
  return rest(a, 2) === rest(b, 2) && a[from] === b[from + 1] && a[from + 1] === b[from];
}
