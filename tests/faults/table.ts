// The table in README.md of this folder, written by runs that have really taken place. A run of some faults renews their rows
// and leaves the others; a fault that failed, or is gone from the list, has no row.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultRow, Outcome } from './fault-row.ts';

export interface Seen {
  readonly row: FaultRow;
  readonly outcome: Outcome;
}

const FILE = join(import.meta.dirname, 'README.md');
const MARK = '<!-- from here on by `FAULTS=table npm run test:faults` -->';

/** `tried` are the rows of this run, `seen` those of them that were survived, `all` the whole list. */
export function writeTable(
  all: readonly FaultRow[],
  tried: readonly FaultRow[],
  seen: readonly Seen[],
  engine: string,
): void {
  const [text = '', table = ''] = readFileSync(FILE, 'utf8').split(MARK);
  const former = table.split('\n');
  const lines = all.flatMap((row) => {
    const now = seen.find((each) => each.row === row);
    const start = `| ${row.where} | ${cell(row.name)} |`;
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
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
