import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../src/analysis/look-alikes.ts';

describe('lookAlikes', () => {
  it.each([
    ['e3', '3e'],
    ['e03', 'e3'],
    ['e3', 'e03'],
    ['o5', '05'],
    ['s5', '55'],
    ['l1', '11'],
    ['5b', '58'],
    ['e77', '77'],
    ['e77', 'e7'],
    ['5', '05'],
  ])('of %s hold %s', (key, other) => expect(lookAlikes(key)).toContain(other));

  it('are few, not empty, distinct and never the key itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,40}$/), (key) => {
        const keys = lookAlikes(key);
        expect(keys.length).toBeLessThanOrEqual(64);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain(key);
        expect(keys).not.toContain('');
      }),
    );
  });
});
