import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InitialIndex } from '../../../src/query/initial-index.ts';
import { Pattern } from '../../../src/query/pattern-match.ts';
import { sampleEngine } from './sample-engine.ts';

const { lexicon, names } = sampleEngine();
const index = new InitialIndex(names, lexicon);

const signs = fc.oneof(
  fc.stringMatching(/^[a-z]{1,14}$/),
  fc
    .tuple(fc.nat(names.text.length - 8), fc.integer({ min: 2, max: 8 }))
    .map(([at, length]) => names.text.slice(at, at + length).replace(/[^\u4e00-\u9fffa-z0-9]/g, ''))
    .filter((text) => text.length > 1),
  fc.constantFrom('yuebuzu', 'yebz', 'yue不足', '余鹅不足', 'quezhi', 'lianwang', 'nianwang', 'e3'),
);

it('offers every place where a pattern matches', () => {
  fc.assert(
    fc.property(signs, fc.constantFrom('whole' as const, 'loose' as const), (text, reading) => {
      const pattern = new Pattern(text, lexicon, reading, false);
      const places = new Set<number>();
      index.visit(pattern, (position) => places.add(position).size > 0);
      for (let at = 0; at < names.text.length; at++)
        if (pattern.endAt(names.text, at) >= 0) expect(places).toContain(at);
    }),
    { numRuns: 100 },
  );
});
