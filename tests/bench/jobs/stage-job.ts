// Where the time of a query goes, ours: its stages one after the other, for the kinds that every engine can serve. A stage is
// timed by itself, where the one that calls it is timed as a whole: the difference is what is left for that.

import { lookUpCode } from '../../../src/query/code-lookup.ts';
import { planQuery } from '../../../src/query/query-plan.ts';
import { searchTerms } from '../../../src/query/term-search.ts';
import { searchText } from '../../../src/query/text-search.ts';
import { openOurs } from '../engines/ours.ts';
import { CORE_KINDS } from '../latency-queries.ts';
import { seededRandom, shuffled } from '../random.ts';
import type { StageFigures } from '../results.ts';
import { median } from '../statistics.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

const OPTIONS = { line: '', limit: 10 } as const;
const PASSES = 5;

export async function measureStages({ folder, queries, bodies }: Job): Promise<StageFigures> {
  const engine = openOurs(readIndex(folder), readBodies(bodies));
  const asked = shuffled(seededRandom(7), readQueries(queries).latency).filter(({ kind }) =>
    CORE_KINDS.includes(kind),
  );
  const passes: StageFigures[][] = asked.map(() => []);
  for (let pass = 0; pass < PASSES; pass++) {
    asked.forEach(({ query }, i) => {
      const planOf = () => planQuery(engine.tolerance.hear(query, engine).query, engine.lexicon);
      const plan = planOf();
      const planMs = timeOf(planOf);
      const codesMs = timeOf(() => lookUpCode(plan, engine));
      const termsMs = timeOf(() => searchTerms(plan.terms, engine));
      const textMs = timeOf(() => searchText(plan, engine, OPTIONS));
      const allMs = timeOf(() => engine.search(query, OPTIONS));
      const rankingMs = textMs - termsMs;
      const hitsMs = allMs - textMs - codesMs - planMs;
      // The first pass meets code that is new.
      if (pass > 0) passes[i]?.push({ planMs, codesMs, termsMs, rankingMs, hitsMs, allMs });
    });
  }
  const of = (stage: keyof StageFigures) =>
    median(passes.map((samples) => median(samples.map((sample) => sample[stage]))));
  return {
    planMs: of('planMs'),
    codesMs: of('codesMs'),
    termsMs: of('termsMs'),
    rankingMs: of('rankingMs'),
    hitsMs: of('hitsMs'),
    allMs: of('allMs'),
  };
}

function timeOf(stage: () => unknown): number {
  const start = performance.now();
  stage();
  return performance.now() - start;
}
