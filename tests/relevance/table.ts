// The table of the README, by `npx tsx tests/relevance/table.ts`. With --misses it lists the queries of the tune split that miss;
// those of the held-out split are counted and not shown, because what has been looked at is no longer held out.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openContentEngine, searchWith } from './content-engine.ts';
import { BLIND_SETS, FAR_WORDS } from './floors.ts';
import {
  type Figures,
  type Judgement,
  type Measurement,
  type Miss,
  measure,
  parseJudgements,
  total,
} from './measure.ts';

/** GitHub Markdown: one row a kind, both splits side by side, and a row for all. */
export function relevanceTable({ figures }: Measurement): string {
  const rows = [...new Set(figures.map(({ kind }) => kind))].map((kind) =>
    rowOf(
      kind,
      figures.find((row) => row.kind === kind && row.split === 'tune'),
      figures.find((row) => row.kind === kind && row.split === 'held-out'),
    ),
  );
  const all = rowOf('**all**', total(figures, 'all', 'tune'), total(figures, 'all', 'held-out'));
  return [
    '| kind of query | tune: n | @1 | @3 | MRR | held-out: n | @1 | @3 | MRR |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    all,
  ].join('\n');
}

function rowOf(name: string, tune: Figures | undefined, heldOut: Figures | undefined): string {
  return `| ${[name, ...cellsOf(tune), ...cellsOf(heldOut)].join(' | ')} |`;
}

function cellsOf(row: Figures | undefined): string[] {
  if (row === undefined) return ['0', '–', '–', '–'];
  return [String(row.queries), ...[row.success1, row.success3, row.mrr].map((share) => share.toFixed(3))];
}

export function missLine({ judgement, rank, broken, answer }: Miss): string {
  const shown = answer.hits.slice(0, 3).map(({ id }) => id);
  const reason = broken === '' ? `rank ${rank || 'none'}` : broken;
  return `${judgement.kind}\t${judgement.query}\t${reason}\twanted ${judgement.accept[0]}\tgot ${answer.kind}: ${shown.join(' ')}`;
}

export function readJudgements(file: string): Judgement[] {
  return parseJudgements(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

async function main(options: readonly string[]): Promise<void> {
  const search = searchWith(await openContentEngine());
  const measurement = measure(readJudgements('judgements.ndjson'), search);
  console.log(relevanceTable(measurement));
  for (const { file } of [...BLIND_SETS, FAR_WORDS]) {
    const { figures } = measure(readJudgements(file), search);
    console.log(rowOf(file, total(figures, 'all', 'tune'), total(figures, 'all', 'held-out')));
  }
  if (!options.includes('--misses')) return;
  const tune = measurement.misses.filter(({ judgement }) => judgement.split === 'tune');
  console.log(`\n${tune.map(missLine).join('\n')}`);
  console.log(`\n${measurement.misses.length - tune.length} more in the held-out split`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
