import { describe, expect, it } from 'vitest';
import { cutSegments } from '../../../src/index/cut-segments.ts';

const ids = Array.from({ length: 5000 }, (_, i) => `guides/g${String(i).padStart(5, '0')}`);
const RADIUS = 40;

describe('cutSegments', () => {
  it('makes segments longer than the radius and of about twice its length', () => {
    const starts = cutSegments(ids, RADIUS);
    for (const [i, start] of starts.slice(1).entries())
      expect(start - (starts[i] ?? 0)).toBeGreaterThan(RADIUS);
    for (const [i, start] of starts.entries())
      expect((starts[i + 1] ?? ids.length) - start).toBeLessThanOrEqual(2.5 * RADIUS);
    expect(ids.length / starts.length).toBeGreaterThan(RADIUS * 1.5);
    expect(ids.length / starts.length).toBeLessThan(RADIUS * 3);
  });

  it('keeps all but a few borders where a document comes in', () => {
    const firsts = (list: readonly string[]) =>
      new Set(cutSegments(list, RADIUS).map((start) => list[start]));
    const before = firsts(ids);
    for (const place of [0, 777, 2500, 4999]) {
      const after = firsts([
        ...ids.slice(0, place),
        `guides/g${String(place).padStart(5, '0')}-new`,
        ...ids.slice(place),
      ]);
      const moved = [...after].filter((id) => !before.has(id));
      expect(moved.length).toBeLessThanOrEqual(2);
    }
  });

  it('cuts nothing with an infinite radius, and nothing of nothing', () => {
    expect(cutSegments(ids, Number.POSITIVE_INFINITY)).toEqual([0]);
    expect(cutSegments([], 10)).toEqual([]);
  });
});
