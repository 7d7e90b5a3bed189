// What the processes of the benchmark report, and what `--json` writes. Times in milliseconds unless the name says otherwise.

import type { IdealRanks } from './ideal.ts';
import type { KnownKind } from './known-items.ts';
import type { LatencyKind } from './latency-queries.ts';

export interface BuildFigures {
  readonly buildSeconds: number;
  readonly rawBytes: number;
  /** Each file by itself, as it is fetched: quality 9, 5 for files above 60 MB. */
  readonly brotliBytes: number;
  /** The part that answers alone; 0 for engines without such a part. */
  readonly firstTierBrotliBytes: number;
}

export interface LoadFigures {
  /** From the files in memory to the first answer. */
  readonly loadMs: number;
  /** The same once more in that process: what is left when its code has been compiled. */
  readonly againMs: number;
  /** Heap and buffers that stay after the files themselves have been let go. */
  readonly heapBytes: number;
}

export interface Spread {
  readonly queries: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export type LatencyGroup = LatencyKind | 'core' | 'all' | 'cold tolerant';

export type LatencyFigures = Readonly<Record<LatencyGroup, Spread>>;

export interface QualityFigures {
  /** Mean reciprocal rank among ten, and how many queries were asked. */
  readonly mrr: Readonly<Record<KnownKind, { readonly mrr: number; readonly queries: number }>>;
  /** Of queries of several words, the share whose first hit holds every word; of those where some document does. */
  readonly everyWord: number;
}

export interface SuccessFigures {
  readonly queries: number;
  /** Shares whose first hit, and one of whose first three, is accepted. */
  readonly success1: number;
  readonly success3: number;
}

export interface RelevanceFigures extends SuccessFigures {
  readonly mrr: number;
  /** Success@1 of each kind of query. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Of the sets that were written by hands that had never seen an answer: plain Chinese, which every engine can serve. */
  readonly blind: SuccessFigures;
  /** Of the set that avoids the names of the articles, its held-out part. */
  readonly far: SuccessFigures;
}

export interface EngineResult {
  readonly engine: string;
  readonly settings: string;
  /** '' or why there are no figures. */
  readonly failure: string;
  readonly rounds: number;
  readonly build?: BuildFigures;
  readonly load?: LoadFigures;
  readonly latency?: LatencyFigures;
  readonly quality?: QualityFigures;
  readonly relevance?: RelevanceFigures;
}

export interface HostileFigures {
  readonly input: string;
  readonly units: number;
  readonly firstMs: number;
  /** Of the repetitions, like the longest. */
  readonly medianMs: number;
  readonly longestMs: number;
  /** SearchResult.work: postings read. */
  readonly work: number;
}

/** Medians over queries. */
export interface StageFigures {
  /** What was typed, taken apart. */
  readonly planMs: number;
  readonly codesMs: number;
  /** Lists of terms found, read and scored. */
  readonly termsMs: number;
  /** Names looked at, tolerant search, texts read, order. */
  readonly rankingMs: number;
  /** What is shown of ten documents, with marks. */
  readonly hitsMs: number;
  readonly allMs: number;
}

export interface EditFigures {
  readonly edit: string;
  readonly files: number;
  readonly changedFiles: number;
  readonly bundleBytes: number;
  readonly changedBytes: number;
}

export interface CorpusResult {
  readonly corpus: string;
  readonly documents: number;
  readonly textBytes: number;
  readonly textBrotliBytes: number;
  readonly engines: readonly EngineResult[];
  readonly hostile: readonly HostileFigures[];
  readonly edits: readonly EditFigures[];
  readonly stages: StageFigures;
  readonly ideal: IdealRanks;
  /** Of tier 0 alone, asked for a text. */
  readonly firstTier: LoadFigures;
  /** Of tier 0 alone, asked for a code, with the shipped content among the documents. */
  readonly code: LoadFigures;
}

/** The code that a page needs to search, minified, in Brotli. */
export interface CodeFigures {
  readonly bytes: number;
  /** Of it, for the first answer. */
  readonly firstBytes: number;
}

export interface BrowserFigures {
  readonly what: string;
  readonly throttle: number;
  readonly runs: number;
  readonly medianMs: number;
  readonly longestMs: number;
  /** The same measurement of a page that does nothing. */
  readonly idleMs: number;
}

export interface BenchResult {
  readonly date: string;
  readonly machine: string;
  readonly command: string;
  readonly loadAverage: readonly number[];
  readonly queryCode: CodeFigures;
  readonly corpora: readonly CorpusResult[];
  readonly browser: readonly BrowserFigures[];
}
