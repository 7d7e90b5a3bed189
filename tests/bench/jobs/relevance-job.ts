// The relevance set of tests/relevance over the shipped content, for every engine alike: only which article stands where. What
// else is demanded of ours (an unknown code never shown as a known one) peers cannot answer, and their ranks are not spoiled by it.

import { readFileSync } from 'node:fs';
import { firstAccepted, type Judgement, parseJudgements } from '../../relevance/measure.ts';
import type { Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import type { RelevanceFigures } from '../results.ts';
import { mean } from '../statistics.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

const FILES = ['judgements', 'other-words'].map(
  (name) => new URL(`../../relevance/${name}.ndjson`, import.meta.url),
);

export async function measureRelevance({
  engine,
  code,
  folder,
  queries,
  bodies,
}: Job): Promise<RelevanceFigures> {
  const judgements = FILES.flatMap((file) => parseJudgements(readFileSync(file, 'utf8')));
  const { open } = await loadEngine(engine, code);
  const search = await open(readIndex(folder), readBodies(bodies));
  const { ids } = readQueries(queries);
  const ranks: number[] = [];
  for (const judgement of judgements) ranks.push(await rankOf(judgement, search, ids));
  const kinds: Record<string, number> = {};
  for (const kind of new Set(judgements.map((judgement) => judgement.kind))) {
    kinds[kind] = mean(
      ranks.flatMap((rank, i) => (judgements[i]?.kind === kind ? [rank === 1 ? 1 : 0] : [])),
    );
  }
  return {
    queries: ranks.length,
    success1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    success3: mean(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    kinds,
  };
}

/** 1 … 10, 0 where none of the first ten helps. */
async function rankOf(judgement: Judgement, search: Search, ids: readonly string[]): Promise<number> {
  const keys = await search(judgement.query);
  return firstAccepted(
    judgement,
    keys.map((key) => (typeof key === 'number' ? (ids[key] ?? '') : key)),
  );
}
