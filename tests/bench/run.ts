// npm run bench: the search of this project beside libraries that do the same, measured alike. See options.ts.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBrowser } from './browser/browser-bench.ts';
import { measureFetch } from './browser/fetch-answer.ts';
import { type CorpusSource, countSections } from './corpus.ts';
import { installPeers } from './install-peers.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { queryCode } from './query-code.ts';
import type { BenchResult, BrowserFigures, CorpusResult } from './results.ts';
import { HASTY, measureCorpus, PATIENT } from './rounds.ts';
import { report } from './tables.ts';

const options = readOptions();
const result: BenchResult =
  options.from.length === 0 ? await measure(options) : merged(options.from.map(readResult));
keep(result, options);
console.log(report(result, options.markdown));

async function measure(options: BenchOptions): Promise<BenchResult> {
  const { quick, browser, nodeToo } = options;
  const [before = 0] = loadavg();
  const corpora: CorpusResult[] = [];
  const code = await queryCode();
  const resultWith = (figures: readonly BrowserFigures[]): BenchResult => ({
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    command: commandLine(),
    loadAverage: [before, loadavg()[0] ?? 0],
    queryCode: code,
    corpora,
    browser: figures,
  });
  if (nodeToo) {
    installPeers();
    for (const source of sourcesOf(options)) {
      corpora.push(await measureOne(source, options));
      keep(resultWith([]), options);
    }
  }
  if (!browser) return resultWith([]);
  const app = await measureBrowser(quick ? 3 : 9);
  return resultWith([...app, ...(await measureFetches(options))]);
}

/** After each corpus, so that what was measured survives an end before the end. */
function keep(result: BenchResult, { json }: BenchOptions): void {
  if (json !== '') writeFileSync(json, `${JSON.stringify(result, null, 1)}\n`);
}

function readResult(file: string): BenchResult {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The first speaks for date and machine; all of them add their figures. */
function merged(results: readonly BenchResult[]): BenchResult {
  const [first] = results;
  if (first === undefined) throw new Error('no result to show');
  return {
    ...first,
    corpora: results.flatMap(({ corpora }) => corpora),
    browser: results.flatMap(({ browser }) => browser),
  };
}

async function measureFetches(options: BenchOptions): Promise<BrowserFigures[]> {
  installPeers();
  const figures: BrowserFigures[] = [];
  for (const source of sourcesOf(options))
    figures.push(...(await measureFetch(source, options.quick ? 3 : 7)));
  return figures;
}

async function measureOne(source: CorpusSource, { engines, quick }: BenchOptions): Promise<CorpusResult> {
  console.error(`${source.name}`);
  const folder = mkdtempSync(join(tmpdir(), 'pos-bench-'));
  try {
    return await measureCorpus(source, engines, quick ? HASTY : PATIENT, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sourcesOf({ corpus, sizes }: BenchOptions): CorpusSource[] {
  const shipped: CorpusSource = { name: 'shipped content', file: '', size: 0 };
  if (corpus === '') return [shipped];
  const most = countSections(corpus);
  const usual = [1000, 10_000].filter((size) => size <= most);
  const wanted = sizes.length > 0 ? sizes : usual.length > 0 ? usual : [most];
  const sections = wanted.map((size) => ({
    name: `${size.toLocaleString('en')} sections`,
    file: corpus,
    size,
  }));
  return [shipped, ...sections];
}

/** Names of files stay out of the report: they say something about a machine and nothing about a figure. */
function commandLine(): string {
  const given = process.argv.slice(2).map((argument, i, all) => {
    return all[i - 1] === '--corpus' || all[i - 1] === '--json' ? 'FILE' : argument;
  });
  return ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}${revision()}`;
}

/** Empty where this is no working copy. */
function revision(): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? `, at ${stdout.trim()}` : '';
}
