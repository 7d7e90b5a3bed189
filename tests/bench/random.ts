// Chance with a seed: the same corpus gives the same queries on every machine.

export type Random = () => number;

/** Mulberry32: uniform in [0, 1). `seed` is any 32-bit integer. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 0 … count - 1. */
export function randomIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** Throws RangeError on an empty list. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[randomIndex(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** A shuffled copy. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
