// All figures of one corpus: every engine builds, then rounds in which the engines take turns, each figure in a process of its
// own, so that a slow minute of the machine spoils one round of all engines and not all rounds of one.

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchDocument, Corpus } from './bench-engine.ts';
import { bundleEntry } from './bundle-entry.ts';
import { type CorpusSource, loadCorpus } from './corpus.ts';
import { loadEngine, OURS, UNBUNDLED } from './engines.ts';
import { idealRanks } from './ideal.ts';
import { brotliBytes } from './jobs/build-job.ts';
import { knownItems } from './known-items.ts';
import { latencyQueries } from './latency-queries.ts';
import { seededRandom } from './random.ts';
import type {
  BuildFigures,
  CorpusResult,
  EditFigures,
  EngineResult,
  HostileFigures,
  LatencyFigures,
  LatencyGroup,
  LoadFigures,
  QualityFigures,
  RelevanceFigures,
  Spread,
  StageFigures,
} from './results.ts';
import { median } from './statistics.ts';
import { type QuerySet, writeBodies, writeQueries } from './work-folder.ts';
import type { Job } from './worker.ts';

const run = promisify(execFile);
const WORKER = join(import.meta.dirname, 'worker.ts');
const SEED = 42;

export interface Patience {
  /** Rounds of an engine that is not slow. */
  readonly rounds: number;
  /** Seconds for all rounds of one engine: slow ones get fewer. */
  readonly seconds: number;
  /** Seconds of queries in one process. */
  readonly asking: number;
  /** Seconds of known items: no timing, so as many as it takes an engine that is not hopeless. */
  readonly judging: number;
}

export const PATIENT: Patience = { rounds: 7, seconds: 24, asking: 8, judging: 60 };
export const HASTY: Patience = { rounds: 2, seconds: 8, asking: 4, judging: 15 };

export async function measureCorpus(
  source: CorpusSource,
  engines: readonly string[],
  patience: Patience,
  folder: string,
): Promise<CorpusResult> {
  const corpus = await loadCorpus(source);
  mkdirSync(folder, { recursive: true });
  const queries = join(folder, 'queries.json');
  const asked = querySet(corpus);
  writeQueries(queries, asked);
  const bodies = join(folder, 'bodies');
  writeBodies(bodies, corpus.documents);
  const jobOf = (job: Job['job'], engine: string): Job => ({
    job,
    engine,
    corpus: source,
    folder: join(folder, engine),
    queries,
    bodies,
    code: engine === UNBUNDLED ? '' : codeOf(folder, engine),
    budget: job === 'quality' ? patience.judging : patience.asking,
  });
  const states: EngineState[] = [];
  for (const name of engines) {
    await bundle(folder, name);
    states.push(await build(name, jobOf));
  }
  for (let round = 1; round <= patience.rounds; round++) {
    for (const state of states) await oneRound(state, round, patience, jobOf);
  }
  const results: EngineResult[] = [];
  for (const state of states) results.push(await finish(state, source, jobOf));
  const text = new TextEncoder().encode(JSON.stringify(corpus.documents));
  return {
    corpus: source.name,
    documents: corpus.documents.length,
    textBytes: text.length,
    textBrotliBytes: brotliBytes(text),
    engines: results,
    hostile: await inProcess<HostileFigures[]>(jobOf('hostile', OURS)),
    edits: await inProcess<EditFigures[]>(jobOf('edits', OURS)),
    stages: await inProcess<StageFigures>(jobOf('stages', OURS)),
    ideal: idealRanks(corpus.documents, asked.known, (text) => fold(text, corpus.input.variants)),
    firstTier: await measureLoads(jobOf('first tier', OURS), patience.rounds),
    code: await measureCode({ ...jobOf('code', OURS), folder: join(folder, 'codes') }, patience.rounds),
  };
}

async function measureCode(job: Job, rounds: number): Promise<LoadFigures> {
  await inProcess<number>({ ...job, job: 'code index' });
  return await measureLoads(job, rounds);
}

async function measureLoads(job: Job, rounds: number): Promise<LoadFigures> {
  const loads: LoadFigures[] = [];
  for (let round = 0; round < rounds; round++) loads.push(await inProcess<LoadFigures>(job));
  return medianLoad(loads);
}

function medianLoad(loads: readonly LoadFigures[]): LoadFigures {
  return {
    loadMs: median(loads.map(({ loadMs }) => loadMs)),
    againMs: median(loads.map(({ againMs }) => againMs)),
    heapBytes: median(loads.map(({ heapBytes }) => heapBytes)),
  };
}

function codeOf(folder: string, engine: string): string {
  return join(folder, `${engine}.mjs`);
}

/** An engine is measured as a page would have it: bundled and minified, ours like the others. */
async function bundle(folder: string, engine: string): Promise<void> {
  if (engine === UNBUNDLED) return;
  const entry = join(import.meta.dirname, `engines/${engine}.ts`);
  writeFileSync(codeOf(folder, engine), await bundleEntry(entry));
}

type JobOf = (job: Job['job'], engine: string) => Job;

interface EngineState {
  readonly name: string;
  readonly settings: string;
  failure: string;
  seconds: number;
  build: BuildFigures | undefined;
  readonly loads: LoadFigures[];
  readonly latencies: LatencyFigures[];
}

async function build(name: string, jobOf: JobOf): Promise<EngineState> {
  const state: EngineState = {
    name,
    settings: '',
    failure: '',
    seconds: 0,
    build: undefined,
    loads: [],
    latencies: [],
  };
  try {
    const { settings } = await loadEngine(name);
    say(`${name}: building`);
    return { ...state, settings, build: await inProcess<BuildFigures>(jobOf('build', name)) };
  } catch (error) {
    return { ...state, failure: failureOf(name, error) };
  }
}

async function oneRound(state: EngineState, round: number, patience: Patience, jobOf: JobOf): Promise<void> {
  const slow = round > 1 && (state.seconds / (round - 1)) * round > patience.seconds;
  if (state.failure !== '' || slow || state.loads.length < round - 1) return;
  say(`${state.name}: round ${round}`);
  const start = performance.now();
  try {
    const load = await inProcess<LoadFigures>(jobOf('load', state.name));
    state.latencies.push(await inProcess<LatencyFigures>(jobOf('latency', state.name)));
    state.loads.push(load);
  } catch (error) {
    state.failure = failureOf(state.name, error);
  }
  state.seconds += (performance.now() - start) / 1000;
}

async function finish(state: EngineState, source: CorpusSource, jobOf: JobOf): Promise<EngineResult> {
  const { name, settings, failure, build, loads, latencies } = state;
  const result: EngineResult = { engine: name, settings, failure, rounds: loads.length };
  if (failure !== '' || build === undefined) return result;
  say(`${name}: quality`);
  const quality = await inProcess<QualityFigures>(jobOf('quality', name));
  const measured: EngineResult = {
    ...result,
    build,
    load: medianLoad(loads),
    latency: medianLatency(latencies),
    quality,
  };
  if (source.file !== '') return measured;
  return { ...measured, relevance: await inProcess<RelevanceFigures>(jobOf('relevance', name)) };
}

function medianLatency(rounds: readonly LatencyFigures[]): LatencyFigures {
  const group = (name: LatencyGroup): Spread => {
    const of = (pick: (spread: Spread) => number) => median(rounds.map((round) => pick(round[name])));
    return {
      queries: of(({ queries }) => queries),
      p50: of(({ p50 }) => p50),
      p95: of(({ p95 }) => p95),
      p99: of(({ p99 }) => p99),
      longest: of(({ longest }) => longest),
    };
  };
  return {
    'Han word': group('Han word'),
    'several words': group('several words'),
    keystrokes: group('keystrokes'),
    'code token': group('code token'),
    'Latin typo': group('Latin typo'),
    pinyin: group('pinyin'),
    'across words': group('across words'),
    core: group('core'),
    all: group('all'),
    'cold tolerant': group('cold tolerant'),
  };
}

function querySet({ documents, input }: Corpus): QuerySet {
  const random = seededRandom(SEED);
  const latency = latencyQueries(documents, random);
  const several = latency.filter(({ kind, query }) => kind === 'several words' && query.includes(' '));
  const folded = foldedTexts(documents, input.variants);
  const everyWord = several.map(({ query }) => {
    const words = query.split(' ').map((word) => fold(word, input.variants));
    const holders = folded.flatMap((text, i) => (words.every((word) => text.includes(word)) ? [i] : []));
    return { query, holders };
  });
  return {
    ids: documents.map(({ id }) => id),
    latency,
    known: knownItems(documents, random),
    everyWord,
  };
}

/** A traditional character holds the simplified word: no engine is blamed for finding it. */
function foldedTexts(documents: readonly BenchDocument[], variants: ReadonlyMap<string, string>): string[] {
  return documents.map(({ title, names, body }) => fold(`${title}\n${names}\n${body}`, variants));
}

function fold(text: string, variants: ReadonlyMap<string, string>): string {
  return Array.from(text.toLowerCase(), (character) => variants.get(character) ?? character).join('');
}

/** The last line of what the process writes. */
async function inProcess<Figures>(job: Job): Promise<Figures> {
  const { stdout } = await run(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', '--import', 'tsx', WORKER, JSON.stringify(job)],
    { maxBuffer: 64e6 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Said at once and kept for the table: an engine without figures must not go unnoticed. */
function failureOf(name: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n').findLast((one) => /error/i.test(one)) ?? message;
  console.error(`!! ${name} could not be measured:\n${message}`);
  return line.slice(0, 200);
}

function say(text: string): void {
  console.error(`  ${text}`);
}
