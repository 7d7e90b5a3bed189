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
  const sets = rankedSets(texts.map(bigramsOf));
  const seenWith = new Map<number, number[]>();
  const candidateOf = new Int32Array(texts.length).fill(-1);
  const found: NearDuplicate[] = [];
  for (const [second, set] of sets.entries()) {
    if (set.length < MIN_BIGRAMS) continue;
    const prefix = set.length - Math.ceil(threshold * set.length) + 1;
    for (const rank of set.subarray(0, prefix)) {
      const owners = seenWith.get(rank);
      if (owners === undefined) seenWith.set(rank, [second]);
      else {
        for (const first of owners) {
          if (candidateOf[first] === second) continue;
          candidateOf[first] = second;
          const similarity = jaccard(sets[first] ?? set, set, threshold);
          if (similarity >= threshold) found.push({ first, second, similarity });
        }
        owners.push(second);
      }
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

/** Each set as ascending numbers, the rarest element of all the smallest. */
function rankedSets(sets: readonly ReadonlySet<string>[]): Uint32Array[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1);
  const rarestFirst = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const ranks = new Map(rarestFirst.map(([element], rank) => [element, rank]));
  return sets.map((set) => Uint32Array.from(set, (element) => ranks.get(element) ?? 0).sort());
}

/** Of two ascending arrays; 0 as soon as `threshold` is out of reach. */
function jaccard(a: Uint32Array, b: Uint32Array, threshold: number): number {
  // |A ∩ B| / |A ∪ B| ≥ t is |A ∩ B| ≥ t (|A| + |B|) / (1 + t).
  const needed = (threshold * (a.length + b.length)) / (1 + threshold);
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return 0;
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common / (a.length + b.length - common);
}
