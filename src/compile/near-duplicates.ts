// Articles whose text is nearly the same: a template with the code swapped, or a copy that will be mended in one place
// only. Exact, by the prefix filter of set-similarity joins (Bayardo, Ma and Srikant, "Scaling up all pairs similarity
// search", 2007): two sets of Jaccard similarity t share one of the rarest (1 - t) of their elements, so only articles
// that share a rare bigram are compared.

export interface NearDuplicate {
  /** Indexes into the texts, the smaller first. */
  readonly first: number;
  readonly second: number;
  /** Jaccard similarity of the bigrams, 0 … 1. */
  readonly similarity: number;
}

/** Below this many different bigrams a text is too short to be anybody's copy. */
const MIN_BIGRAMS = 40;

/** Pairs of texts whose sets of character bigrams have at least `threshold` (above 0, up to 1) in common. */
export function nearDuplicates(texts: readonly string[], threshold: number): NearDuplicate[] {
  const sets = texts.map(bigramsOf);
  const counts = new Map<string, number>();
  for (const set of sets) for (const bigram of set) counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  const rarity = (bigram: string) => counts.get(bigram) ?? 0;

  const seenWith = new Map<string, number[]>();
  const found: NearDuplicate[] = [];
  for (const [second, set] of sets.entries()) {
    if (set.size < MIN_BIGRAMS) continue;
    const rarestFirst = [...set].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
    const prefix = rarestFirst.slice(0, set.size - Math.ceil(threshold * set.size) + 1);
    const candidates = new Set<number>();
    for (const bigram of prefix) {
      if (rarity(bigram) < 2) continue;
      const owners = seenWith.get(bigram) ?? [];
      for (const owner of owners) candidates.add(owner);
      owners.push(second);
      seenWith.set(bigram, owners);
    }
    for (const first of candidates) {
      const similarity = jaccard(sets[first] ?? new Set(), set, threshold);
      if (similarity >= threshold) found.push({ first, second, similarity });
    }
  }
  return found;
}

function bigramsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  const bigrams = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) bigrams.add(letters.slice(i, i + 2));
  return bigrams;
}

/** 0 where the sizes alone rule out `threshold`. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>, threshold: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < threshold * large.size) return 0;
  let common = 0;
  for (const element of small) if (large.has(element)) common++;
  return common / (small.size + large.size - common);
}
