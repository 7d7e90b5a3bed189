// npm run -s search -- [--bundle DIR] [--json] [--explain] QUERY | --batch FILE | --stats

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { explainHits } from '../load/hit-details.ts';
import type { Library, SearchResult } from '../load/library.ts';
import { parseArguments } from './arguments.ts';
import { type OpenedBundle, openBundle } from './open-bundle.ts';
import { DIST } from './project-paths.ts';

const USAGE = `npm run -s search -- [--bundle DIR] [--json] [--explain] QUERY
npm run -s search -- [--bundle DIR] --batch FILE     one query a line, one line of JSON each; - for standard input
npm run -s search -- [--bundle DIR] --stats          sizes and opening time as JSON

Asks a built bundle with the engine of the page.
  --bundle DIR    what the build wrote (default: dist)
  --line LINE     the merchant's line: dianqian, chuantong or zhineng
  --json          the answer as one line of JSON
  --explain       why each hit stands where it stands`;

const LIMIT = 10;

const { values, positionals } = parseArguments(
  {
    allowPositionals: true,
    options: {
      bundle: { type: 'string', default: DIST },
      line: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      batch: { type: 'string' },
      stats: { type: 'boolean', default: false },
    },
  },
  USAGE,
);

// The reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const bundle = await openBundle(values.bundle);
  if (values.stats) console.log(JSON.stringify(await statistics(bundle)));
  else if (values.batch !== undefined) await answerEach(bundle.library, values.batch);
  else if (positionals.length > 0) answer(bundle.library, positionals.join(' '));
  else {
    console.error(`No query was given.\n\n${USAGE}`);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function answer(library: Library, query: string): void {
  const { result, micros } = timedSearch(library, query);
  console.log(values.json ? JSON.stringify(resultLine(result, micros)) : table(result, micros));
  if (!values.explain) return;
  for (const why of explainHits(library, query, { line: values.line, limit: LIMIT }))
    console.log(JSON.stringify(why));
}

async function answerEach(library: Library, file: string): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const query of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { result, micros } = timedSearch(library, query);
    console.log(JSON.stringify(resultLine(result, micros)));
  }
}

function timedSearch(library: Library, query: string): { result: SearchResult; micros: number } {
  const start = process.hrtime.bigint();
  const result = library.search(query, { line: values.line, limit: LIMIT });
  return { result, micros: Number((process.hrtime.bigint() - start) / 1000n) };
}

function resultLine({ query, kind, hits }: SearchResult, micros: number) {
  return {
    query,
    kind,
    micros,
    hits: hits.map(({ document, code, match, score }) => ({
      id: document.id,
      code,
      channel: document.channel,
      title: document.title,
      match,
      score: Math.round(score * 1000) / 1000,
    })),
  };
}

function table({ kind, hits, sure, work }: SearchResult, micros: number): string {
  const rows = hits.map(({ document, code, match, score }) =>
    [score.toFixed(2).padStart(8), match.padEnd(12), code.padEnd(6), document.id, document.title].join('  '),
  );
  const opened = sure ? 'the first opens as the answer' : 'none opens as the answer';
  return [`${kind}, ${hits.length} hits, ${opened}, ${micros} µs, ${work} postings read`, ...rows].join('\n');
}

async function statistics({ library, openMicros }: OpenedBundle) {
  const { manifest } = library;
  const index = [...manifest.lookup, ...manifest.body];
  const total = (files: readonly { bytes: number }[]) => files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    articles: manifest.articles,
    indexBytes: total(index),
    articleBytes: total(manifest.articleFiles),
    openMicros,
    indexBrotliBytes: await brotliTotal(index),
    articleBrotliBytes: await brotliTotal(manifest.articleFiles),
    files: index.length + manifest.articleFiles.length + 1,
  };
}

/** What the build stored beside the files; a file without a compressed twin counts as it is. */
async function brotliTotal(files: readonly { url: string; bytes: number }[]): Promise<number> {
  let total = 0;
  for (const { url, bytes } of files) {
    const twin = await stat(join(values.bundle, `${url}.br`)).catch(() => undefined);
    total += twin?.size ?? bytes;
  }
  return total;
}
