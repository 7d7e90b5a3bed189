// The relevance set of tests/relevance over the shipped content, for every engine alike: only which article stands where. What
// else is demanded of ours (an unknown code never shown as a known one) peers cannot answer, and their ranks are not spoiled by it.

import { readFileSync } from 'node:fs';
import { BLIND_SETS, FAR_WORDS } from '../../relevance/floors.ts';
import { firstAccepted, type Judgement, parseJudgements } from '../../relevance/measure.ts';
import type { Search } from '../bench-engine.ts';
import { loadEngine } from '../engines.ts';
import type { RelevanceFigures, SuccessFigures } from '../results.ts';
import { mean } from '../statistics.ts';
import { readBodies, readIndex, readQueries } from '../work-folder.ts';
import type { Job } from '../worker.ts';

const SET = ['judgements.ndjson', 'other-words.ndjson'];

export async function measureRelevance({
  engine,
  code,
  folder,
  queries,
  bodies,
}: Job): Promise<RelevanceFigures> {
  const judgements = SET.flatMap(readJudgements);
  const { open } = await loadEngine(engine, code);
  const search = await open(readIndex(folder), readBodies(bodies));
  const { ids } = readQueries(queries);
  const ranksOf = async (asked: readonly Judgement[]) => {
    const ranks: number[] = [];
    for (const judgement of asked) ranks.push(await rankOf(judgement, search, ids));
    return ranks;
  };
  const ranks = await ranksOf(judgements);
  const blind = await ranksOf(BLIND_SETS.flatMap(({ file }) => readJudgements(file)));
  const far = await ranksOf(readJudgements(FAR_WORDS.file).filter(({ split }) => split === 'held-out'));
  const kinds: Record<string, number> = {};
  for (const kind of new Set(judgements.map((judgement) => judgement.kind))) {
    kinds[kind] = mean(
      ranks.flatMap((rank, i) => (judgements[i]?.kind === kind ? [rank === 1 ? 1 : 0] : [])),
    );
  }
  return {
    ...successOf(ranks),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    kinds,
    blind: successOf(blind),
    far: successOf(far),
  };
}

function readJudgements(file: string): Judgement[] {
  return parseJudgements(readFileSync(new URL(`../../relevance/${file}`, import.meta.url), 'utf8'));
}

function successOf(ranks: readonly number[]): SuccessFigures {
  return { queries: ranks.length, success1: successAt(1, ranks), success3: successAt(3, ranks) };
}

function successAt(last: number, ranks: readonly number[]): number {
  return mean(ranks.map((rank) => (rank >= 1 && rank <= last ? 1 : 0)));
}

/** 1 … 10, 0 where none of the first ten helps. */
async function rankOf(judgement: Judgement, search: Search, ids: readonly string[]): Promise<number> {
  const keys = await search(judgement.query);
  return firstAccepted(
    judgement,
    keys.map((key) => (typeof key === 'number' ? (ids[key] ?? '') : key)),
  );
}
