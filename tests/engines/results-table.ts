// The table in README.md of this folder: one line a fault, one column an engine. Each cell is of the latest run of that
// fault on that engine; what was not run keeps what an earlier run has written.

import type { EngineResult, RowResult } from './engine-result.ts';

export const MARK = '<!-- from here on by `npm run test:engines` -->';

const SCORE = 'survived of applicable';
const FAILED = '**failed**';
const PASSED_OVER = '–';

interface Column {
  /** Name and version. */
  readonly head: string;
  /** By the first cell of a line. */
  readonly cells: ReadonlyMap<string, string>;
}

/** `text` is the former README, `titles` and `names` are the faults and the engines in their order. */
export function withTable(
  text: string,
  titles: readonly string[],
  names: readonly string[],
  results: readonly EngineResult[],
): string {
  const [start = '', table = ''] = text.split(MARK);
  const former = formerColumns(table);
  const columns = names.flatMap((name): Column[] => {
    const result = results.find((each) => each.name === name);
    const old = former.find(({ head }) => head.startsWith(`${name} `));
    if (result !== undefined) return [columnOf(result, titles, old)];
    return old === undefined ? [] : [old];
  });
  const line = (title: string, cells: readonly string[]) => `| ${[title, ...cells].join(' | ')} |`;
  const lines = [
    line(
      'Fault',
      columns.map(({ head }) => head),
    ),
    `|---|${'---|'.repeat(columns.length)}`,
    ...[SCORE, ...titles.map(escaped)].map((title) =>
      line(
        title,
        columns.map(({ cells }) => cells.get(title) ?? ''),
      ),
    ),
  ];
  return `${start}${MARK}\n\n${lines.join('\n')}\n`;
}

function columnOf(
  { name, version, rows }: EngineResult,
  titles: readonly string[],
  former: Column | undefined,
): Column {
  const cells = titles.map((title): [string, string] => {
    const key = escaped(title);
    const result = rows[title];
    return [key, result === undefined ? (former?.cells.get(key) ?? '') : cell(result)];
  });
  const tried = cells.filter(([, text]) => text !== '' && !text.startsWith(PASSED_OVER));
  const survived = tried.filter(([, text]) => !text.startsWith(FAILED)).length;
  return {
    head: `${name} ${version}`,
    cells: new Map([[SCORE, `${survived} of ${tried.length}`], ...cells]),
  };
}

/** What the offline start has shown, where the oracle held. */
function cell(result: RowResult): string {
  if (result.kind === 'survived') return result.outcome;
  if (result.kind === 'known') return `${result.outcome}: ${result.reason}`;
  if (result.kind === 'failed') return `${FAILED}: ${escaped(result.message).slice(0, 120)}`;
  return `${PASSED_OVER} ${result.reason}`;
}

function formerColumns(table: string): Column[] {
  const [heads = [], , ...lines] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((part) => part.trim()),
    );
  return heads.slice(1).map((head, i) => ({
    head,
    cells: new Map(lines.map(([title = '', ...cells]): [string, string] => [title, cells[i] ?? ''])),
  }));
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
