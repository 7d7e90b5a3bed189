import { expect, it } from 'vitest';
import { explain } from '../../../src/query/explain.ts';
import { OPTIONS, sampleEngine } from './sample-engine.ts';

it('gives the parts of which a score is the sum', () => {
  const engine = sampleEngine();
  const { hits } = engine.search('余额不足', OPTIONS);
  const explained = explain(engine, '余额不足', OPTIONS);
  expect(explained.map(({ id }) => id)).toEqual(hits.map(({ document }) => document.id));
  for (const { score, parts } of explained) {
    expect(Object.values(parts ?? {}).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
  }
  expect(explained[0]?.terms).toEqual(['余额', '额不', '不足']);
});
