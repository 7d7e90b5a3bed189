// The table in README.md of this folder: one line a fault, one column an engine. Each column is of the latest run of all rows
// on that engine; an engine that was not run keeps the column that an earlier run has written.

import type { EngineResult, RowResult } from './engine-result.ts';

export const MARK = '<!-- from here on by `npm run test:engines` -->';

const SCORE = 'survived of applicable';

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
    if (result !== undefined) return [columnOf(result, titles)];
    return former.filter(({ head }) => head.startsWith(`${name} `));
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

function columnOf({ name, version, rows }: EngineResult, titles: readonly string[]): Column {
  const kinds = titles.map((title) => rows[title]?.kind);
  const count = (kind: RowResult['kind']) => kinds.filter((each) => each === kind).length;
  const survived = count('survived');
  const cells = titles.map((title): [string, string] => [escaped(title), cell(rows[title])]);
  return {
    head: `${name} ${version}`,
    cells: new Map([[SCORE, `${survived} of ${survived + count('failed')}`], ...cells]),
  };
}

/** What the offline start has shown, where the oracle held. */
function cell(result: RowResult | undefined): string {
  if (result === undefined) return '';
  if (result.kind === 'survived') return result.outcome;
  if (result.kind === 'failed') return `**failed**: ${escaped(result.message).slice(0, 120)}`;
  return `– ${result.reason}`;
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
