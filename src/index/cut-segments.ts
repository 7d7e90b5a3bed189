// Where segments begin: at documents that the hash of their id picks, not at every n-th. So an inserted or removed document
// moves the borders around itself only, and all other segments keep their bytes.
//
// A document begins a segment where its hash is the smallest among its neighbours up to `radius` away on either side. Then
// segments hold at least radius + 1 documents and 2 · radius + 1 on average, with a far narrower spread than "hash divisible by n".
// A segment of more than LONGEST radii is cut once more, at the smallest hash that leaves a radius on either side: one edit
// costs a whole segment, so the longest decides what an edit may cost. That depends on the segment's own ids alone.

/** In radii. */
const LONGEST = 2.5;

/** Indices of the first documents of segments, ascending, beginning with 0. One segment where `radius` is Infinity. */
export function cutSegments(ids: readonly string[], radius: number): number[] {
  const starts = ids.length > 0 ? [0] : [];
  if (!Number.isFinite(radius)) return starts;
  const hashes = ids.map(hashOf);
  for (let i = radius + 1; i < ids.length; i++) {
    if (isSmallest(hashes, i, radius)) starts.push(i);
  }
  return starts.flatMap((start, i) => cutLong(hashes, start, starts[i + 1] ?? ids.length, radius));
}

/** The starts of the pieces of the segment from `start` to `end`. */
function cutLong(hashes: readonly number[], start: number, end: number, radius: number): number[] {
  if (end - start <= LONGEST * radius || radius < 1) return [start];
  let best = start + radius + 1;
  for (let i = best; i < end - radius; i++) if ((hashes[i] ?? 0) < (hashes[best] ?? 0)) best = i;
  return [...cutLong(hashes, start, best, radius), ...cutLong(hashes, best, end, radius)];
}

function isSmallest(hashes: readonly number[], at: number, radius: number): boolean {
  const hash = hashes[at] ?? 0;
  const end = Math.min(hashes.length - 1, at + radius);
  for (let i = Math.max(0, at - radius); i <= end; i++) {
    if (i !== at && (hashes[i] ?? 0) <= hash) return false;
  }
  return true;
}

/** FNV-1a over UTF-16 units, with a final avalanche (the finaliser of MurmurHash3), as similar ids differ in few bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
