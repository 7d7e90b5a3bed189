// What a build weighs, as people read it: raw and compressed, beside the budgets.

import { BUDGETS, budgetSizes } from './budgets.ts';
import type { BuildReport } from './build-dist.ts';

export function sizeTable(report: BuildReport): string {
  const precached = new Set(report.precache.map((entry) => entry.url));
  const rows = report.files.map((file) => [
    `${precached.has(file.path) ? '●' : ' '} ${file.path}`,
    kilobytes(file.bytes.length),
    file.brotli === null ? '–' : kilobytes(file.brotli.length),
  ]);
  const budgets = budgetSizes(report).map(({ name, bytes, limit }) => [
    `${bytes <= limit ? '✔' : '✘'} ${name}`,
    kilobytes(bytes),
    `of ${kilobytes(limit)}`,
  ]);
  return [
    table([['● precached', 'raw', 'brotli'], ...rows]),
    '',
    table([[`Budgets (${BUDGETS.length})`, 'brotli', 'limit'], ...budgets]),
  ].join('\n');
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Left-aligned first column, right-aligned others. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
