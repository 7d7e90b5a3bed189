// The table in README.md of this folder, written by runs that have really taken place, and its summary by place in the README of
// the project. A run of some faults renews their rows and leaves the others; a fault that failed, or is gone from the list, has
// no row. A test holds both to the list of faults.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultRow, Outcome } from './fault-row.ts';

const BEGIN = '<!-- faults: by `FAULTS=table npm run test:faults` -->';
const END = '<!-- end of faults -->';

export interface Seen {
  readonly row: FaultRow;
  readonly outcome: Outcome;
}

const FILE = join(import.meta.dirname, 'README.md');
const PROJECT_FILE = join(import.meta.dirname, '../../README.md');
const MARK = '<!-- from here on by `FAULTS=table npm run test:faults` -->';

/** `tried` are the rows of this run, `seen` those of them that were survived, `all` the whole list. */
export function writeTable(
  all: readonly FaultRow[],
  tried: readonly FaultRow[],
  seen: readonly Seen[],
  engine: string,
): void {
  const [text = ''] = readFileSync(FILE, 'utf8').split(MARK);
  const former = writtenLines();
  const lines = all.flatMap((row) => {
    const now = seen.find((each) => each.row === row);
    const start = startOf(row);
    if (now === undefined) return tried.includes(row) ? [] : former.filter((line) => line.startsWith(start));
    const cells = [
      cell(row.how),
      row.expected.join(', '),
      now.outcome,
      `${row.newest ?? 'v1'} whole`,
      engine,
    ];
    return [`${start} ${cells.join(' | ')} |`];
  });
  const head = [
    `${lines.length} of ${all.length} faults survived.`,
    '',
    '| Where | Fault | How | May be seen offline | Seen offline | After one visit | Engine |',
    '|---|---|---|---|---|---|---|',
  ];
  writeFileSync(FILE, `${text}${MARK}\n\n${[...head, ...lines].join('\n')}\n`);
  const readme = readFileSync(PROJECT_FILE, 'utf8');
  const [before = '', rest = ''] = readme.split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(PROJECT_FILE, `${before}${BEGIN}\n${summaryOf(all)}\n${END}${after}`);
}

/** What stands in the README of the project. */
export function writtenSummary(): string {
  const [, rest = ''] = readFileSync(PROJECT_FILE, 'utf8').split(BEGIN);
  return rest.split(END)[0]?.trim() ?? '';
}

/** The faults of `all` that have no row in the written table. */
export function untold(all: readonly FaultRow[]): FaultRow[] {
  const lines = writtenLines();
  return all.filter((row) => !lines.some((line) => line.startsWith(startOf(row))));
}

/** By place: how many faults there are, how many of them have a row in the written table, and of which engines. */
export function summaryOf(all: readonly FaultRow[]): string {
  const lines = writtenLines();
  const places = [...new Set(all.map((row) => row.where))];
  const summarise = (name: string, rows: readonly FaultRow[]): string => {
    const survived = rows.flatMap((row) => lines.find((line) => line.startsWith(startOf(row))) ?? []);
    const engines = new Set(survived.map((line) => line.split(' | ').at(-1)?.replace(' |', '') ?? ''));
    const core = rows.filter((row) => row.core === true).length;
    return `| ${name} | ${rows.length} | ${survived.length} | ${core} | ${[...engines].join(', ')} |`;
  };
  return [
    '| Where | Faults | Survived | Of these in `npm test` | Engine |',
    '| --- | --: | --: | --: | --- |',
    ...places.map((place) => {
      const rows = all.filter((row) => row.where === place);
      return summarise(`${place}: ${WORDS[place]}`, rows);
    }),
    summarise('**all**', all),
  ].join('\n');
}

const WORDS: Readonly<Record<FaultRow['where'], string>> = {
  install: 'networks, hosts and proxies at the first visit',
  update: 'the same while a newer version comes',
  worker: '`sw.js` itself',
  cache: 'stored files lost or changed',
  cleared: 'storages cleared by cleaners and browsers',
  quota: 'no room',
  kill: 'power lost, workers stopped',
  api: 'interfaces missing or throwing',
  tabs: 'several tabs',
  disk: 'files of the browser damaged on disk',
};

function writtenLines(): string[] {
  return readFileSync(FILE, 'utf8').split(MARK)[1]?.split('\n') ?? [];
}

function startOf({ where, name }: FaultRow): string {
  return `| ${where} | ${cell(name)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
