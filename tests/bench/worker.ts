// One figure, one process: what runs here has met no other engine, no other corpus and no warm code. The job comes as JSON in
// the last argument, the result goes out as the last line of standard output.

import type { CorpusSource } from './corpus.ts';

export interface Job {
  readonly job:
    | 'build'
    | 'load'
    | 'latency'
    | 'quality'
    | 'relevance'
    | 'hostile'
    | 'edits'
    | 'stages'
    | 'first tier'
    | 'code index'
    | 'code';
  readonly engine: string;
  readonly corpus: CorpusSource;
  /** Where the engine's files are. */
  readonly folder: string;
  readonly queries: string;
  /** Where the bodies of the corpus are. */
  readonly bodies: string;
  /** The engine and its library as one bundled module; '' for the source. */
  readonly code: string;
  /** Seconds after which a slow engine is asked no more. */
  readonly budget: number;
}

async function run(job: Job): Promise<unknown> {
  switch (job.job) {
    case 'build':
      return (await import('./jobs/build-job.ts')).measureBuild(job);
    case 'load':
      return (await import('./jobs/load-job.ts')).measureLoad(job);
    case 'latency':
      return (await import('./jobs/latency-job.ts')).measureLatency(job);
    case 'quality':
      return (await import('./jobs/quality-job.ts')).measureQuality(job);
    case 'relevance':
      return (await import('./jobs/relevance-job.ts')).measureRelevance(job);
    case 'hostile':
      return (await import('./jobs/hostile-job.ts')).measureHostile(job);
    case 'edits':
      return (await import('./jobs/edit-job.ts')).measureEdits(job);
    case 'stages':
      return (await import('./jobs/stage-job.ts')).measureStages(job);
    case 'first tier':
      return (await import('./jobs/first-tier-job.ts')).measureFirstTier(job);
    case 'code index':
      return (await import('./jobs/first-tier-job.ts')).writeCodeIndex(job);
    case 'code':
      return (await import('./jobs/first-tier-job.ts')).measureCode(job);
  }
}

const job: Job = JSON.parse(process.argv.at(-1) ?? '{}');
const result = await run(job);
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
