// Codes that are taken for one another.

// Signs that a seven-segment display or a bad photograph does not tell apart.
const CLASSES = ['0o', '1il', '5s', '8b'];
const MAX_LOOK_ALIKES = 64;

/**
 * Keys that a tired eye or a wrong memory takes for `key`, the likeliest first, without `key` itself: neighbours swapped
 * (3e for e3), signs of one class (0/o, 1/i/l, 5/s, 8/b), zeros more or fewer (e03 for e3), one sign too many. At most 64.
 */
export function lookAlikes(key: string): string[] {
  const found = new Set<string>();
  for (let i = 0; i + 1 < key.length; i++) {
    found.add(key.slice(0, i) + key[i + 1] + key[i] + key.slice(i + 2));
  }
  let variants = [''];
  for (const sign of key) {
    const others = CLASSES.find((group) => group.includes(sign)) ?? sign;
    const grown = variants.flatMap((start) => [...others].map((other) => start + other));
    variants = grown.length > MAX_LOOK_ALIKES / 2 ? variants.map((start) => start + sign) : grown;
  }
  for (const variant of variants) found.add(variant);
  const digit = key.search(/\d/);
  if (digit >= 0) {
    found.add(`${key.slice(0, digit)}0${key.slice(digit)}`);
    found.add(`${key.slice(0, digit)}00${key.slice(digit)}`);
    found.add(key.slice(0, digit) + key.slice(digit).replace(/^0+/, ''));
  }
  for (let i = 0; i < key.length; i++) found.add(key.slice(0, i) + key.slice(i + 1));
  found.delete(key);
  found.delete('');
  return [...found].slice(0, MAX_LOOK_ALIKES);
}
