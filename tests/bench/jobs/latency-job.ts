// Time of single queries: one pass as the process comes, reported where the first keystroke counts, then three that are pooled.
// Slow engines are cut off: the queries are in a seeded order, so what was asked is a fair sample of all kinds.

import type { Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import { CORE_KINDS, LATENCY_KINDS, type LatencyKind, type LatencyQuery } from '../latency-queries.ts';
import { seededRandom, shuffled } from '../random.ts';
import type { LatencyFigures, Spread } from '../results.ts';
import { percentile } from '../statistics.ts';
import { readIndex, readQueries } from '../work-folder.ts';
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
  budget,
}: Job): Promise<LatencyFigures> {
  const { open } = await loadEngine(engine, code);
  const search = await open(readIndex(folder));
  const asked = shuffled(seededRandom(7), readQueries(queries).latency);
  const end = performance.now() + budget * 1000;
  const cold = await pass(search, asked, end);
  const warm: Sample[] = [];
  const again = asked.slice(0, cold.length);
  for (let i = 0; i < PASSES && performance.now() < end; i++) warm.push(...(await pass(search, again, end)));
  const samples = warm.length < cold.length ? cold : warm;
  const passes = Math.max(1, Math.round(samples.length / cold.length));
  const spread = (of: readonly Sample[], kinds: readonly LatencyKind[], repeated: number): Spread => {
    const times = of.flatMap(({ kind, ms }) => (kinds.includes(kind) ? [ms] : []));
    return {
      queries: Math.round(times.length / repeated),
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      longest: percentile(times, 1),
    };
  };
  const kind = (one: LatencyKind) => spread(samples, [one], passes);
  return {
    'Han word': kind('Han word'),
    'several words': kind('several words'),
    keystrokes: kind('keystrokes'),
    'code token': kind('code token'),
    'Latin typo': kind('Latin typo'),
    pinyin: kind('pinyin'),
    'across words': kind('across words'),
    core: spread(samples, CORE_KINDS, passes),
    all: spread(samples, LATENCY_KINDS, passes),
    'cold tolerant': spread(cold, TOLERANT_KINDS, 1),
  };
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
