// The budgets of the shipped content, in bytes of Brotli: what a phone has to fetch. Checked in `npm test`, shown by every
// build. A budget that matches no file is an error, so renaming an output cannot switch its budget off.

import type { BuildReport } from './build-dist.ts';

export interface Budget {
  readonly name: string;
  readonly matches: (path: string, precached: ReadonlySet<string>) => boolean;
  /** Bytes; a function where it depends on what else was built. */
  readonly limit: number | ((report: BuildReport) => number);
}

const LOOKUP_OR_BODY = /^assets\/(?:lookup|body)-[0-9a-f]{16}\.bin$/;
const ARTICLES = /^assets\/articles-[0-9a-f]{16}\.bin$/;

export const BUDGETS: readonly Budget[] = [
  { name: 'shell with its no-script fallback', matches: (path) => path === 'index.html', limit: 6000 },
  { name: 'style', matches: (path) => /^assets\/app-[0-9a-f]{16}\.css$/.test(path), limit: 8000 },
  {
    name: 'script for the first search',
    matches: (path) => /^assets\/app-[0-9a-f]{16}\.js$/.test(path),
    limit: 24_000,
  },
  { name: 'service worker', matches: (path) => path === 'sw.js', limit: 8000 },
  {
    name: 'index: half of the article text',
    matches: (path) => LOOKUP_OR_BODY.test(path),
    limit: (report) => sum(report, (path) => ARTICLES.test(path)) / 2,
  },
  { name: 'whole precache', matches: (path, precached) => precached.has(path), limit: 500_000 },
];

export interface BudgetSize {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

export function budgetSizes(report: BuildReport): BudgetSize[] {
  const precached = new Set(report.precache.map((entry) => entry.url));
  return BUDGETS.map(({ name, matches, limit }) => {
    const wanted = (path: string) => matches(path, precached);
    if (!report.files.some((file) => wanted(file.path))) throw new Error(`budget "${name}" matches no file`);
    return { name, bytes: sum(report, wanted), limit: typeof limit === 'number' ? limit : limit(report) };
  });
}

function sum(report: BuildReport, wanted: (path: string) => boolean): number {
  return report.files.reduce(
    (total, file) => (wanted(file.path) ? total + (file.brotli ?? file.bytes).length : total),
    0,
  );
}
