// Time of single queries: one pass as the process comes, reported where the first keystroke counts, then three, and a query's
// time is the median of those three: what other programs of the machine take in one of them is no property of the query. Slow engines are cut off: the queries are in a seeded order, so what was asked is a fair sample of all kinds.

import type { Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import { CORE_KINDS, LATENCY_KINDS, type LatencyKind, type LatencyQuery } from '../latency-queries.ts';
import { seededRandom, shuffled } from '../random.ts';
import type { LatencyFigures, Spread } from '../results.ts';
import { median, percentile } from '../statistics.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

const PASSES = 3;
const TOLERANT_KINDS: readonly LatencyKind[] = ['Latin typo', 'pinyin'];

interface Sample {
  readonly kind: LatencyKind;
  readonly ms: number;
}

export async function measureLatency({
  engine,
  code,
  folder,
  queries,
  bodies,
  budget,
}: Job): Promise<LatencyFigures> {
  const { open } = await loadEngine(engine, code);
  const search = await open(readIndex(folder), readBodies(bodies));
  const asked = shuffled(seededRandom(7), readQueries(queries).latency);
  const end = performance.now() + budget * 1000;
  const cold = await pass(search, asked, end);
  const warm: Sample[][] = [];
  const again = asked.slice(0, cold.length);
  for (let i = 0; i < PASSES && performance.now() < end; i++) warm.push(await pass(search, again, end));
  const whole = warm.filter(({ length }) => length === cold.length);
  const samples = whole.length === 0 ? cold : medianOfPasses(whole);
  const spread = (of: readonly Sample[], kinds: readonly LatencyKind[]): Spread => {
    const times = of.flatMap(({ kind, ms }) => (kinds.includes(kind) ? [ms] : []));
    return {
      queries: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      longest: percentile(times, 1),
    };
  };
  const kind = (one: LatencyKind) => spread(samples, [one]);
  return {
    'Han word': kind('Han word'),
    'several words': kind('several words'),
    keystrokes: kind('keystrokes'),
    'code token': kind('code token'),
    'Latin typo': kind('Latin typo'),
    pinyin: kind('pinyin'),
    'across words': kind('across words'),
    core: spread(samples, CORE_KINDS),
    all: spread(samples, LATENCY_KINDS),
    'cold tolerant': spread(cold, TOLERANT_KINDS),
  };
}

/** Each query by its median over `passes`, which asked the same queries in the same order. */
function medianOfPasses(passes: readonly (readonly Sample[])[]): Sample[] {
  const [first = []] = passes;
  return first.map(({ kind }, i) => ({ kind, ms: median(passes.map((samples) => samples[i]?.ms ?? 0)) }));
}

/** Ends early where the time is up. */
async function pass(search: Search, queries: readonly LatencyQuery[], end: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { kind, query } of queries) {
    const start = performance.now();
    if (start > end) break;
    const found = search(query);
    if (found instanceof Promise) await found;
    samples.push({ kind, ms: performance.now() - start });
  }
  return samples;
}
