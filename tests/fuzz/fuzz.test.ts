// A sample of each target in `npm test`, 100,000 cases by `npm run test:soak`; what was found is replayed for good.

import { beforeAll, describe, expect, test } from 'vitest';
import { casesOf, checkSoon, readCorpus, runFuzz, SOAK } from './fuzz-target.ts';
import { contentEngine } from './query-target.ts';
import { TARGETS } from './targets.ts';

const LIMIT_MS = SOAK ? 3_600_000 : 60_000;

// Compiling the shipped content is no case.
beforeAll(async () => {
  await contentEngine();
});

describe('fuzzed', () => {
  test('the shares add up', () => {
    expect(TARGETS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  test.each(TARGETS.map((target) => [target.name, target] as const))(
    '%s does nothing that no input may',
    async (name, target) => {
      const { cases, longest, seed } = await runFuzz(target);
      console.log(
        `${name}: ${cases} cases, longest ${longest.toFixed(1)} ms of processor time, seed ${seed}`,
      );
      expect(cases).toBeGreaterThanOrEqual(casesOf(target));
    },
    LIMIT_MS,
  );
});

describe('what was found once', () => {
  const corpus = readCorpus();

  test('is kept', () => {
    expect(corpus.length).toBeGreaterThan(0);
  });

  test.each(corpus.map((each) => [each.file, each.note, each] as const))(
    '%s: %s',
    async (_, __, { target, input }) => {
      const found = TARGETS.find(({ name }) => name === target);
      if (found === undefined) throw new Error(`no target ${target}`);
      await checkSoon(found, input);
    },
  );
});
