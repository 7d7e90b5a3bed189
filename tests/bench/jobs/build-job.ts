// Corpus → the files that an engine would have a page fetch, written for the other jobs, with their sizes.

import { brotliCompressSync, constants } from 'node:zlib';
import { loadCorpus } from '../corpus.ts';
import { loadEngine } from '../engines.ts';
import type { BuildFigures } from '../results.ts';
import { writeIndex } from '../work-folder.ts';
import type { Job } from '../worker.ts';

/** Above this size quality 9 takes minutes and wins little. */
const HUGE = 60_000_000;

export async function measureBuild({ engine, code, corpus, folder }: Job): Promise<BuildFigures> {
  const { build } = await loadEngine(engine, code);
  const loaded = await loadCorpus(corpus);
  const start = performance.now();
  const files = await build(loaded);
  const buildSeconds = (performance.now() - start) / 1000;
  writeIndex(folder, files);
  const counted = files.filter(({ name }) => !name.startsWith('#'));
  const sizes = counted.map(({ name, bytes }) => ({ name, raw: bytes.length, brotli: brotliBytes(bytes) }));
  return {
    buildSeconds,
    rawBytes: sizes.reduce((sum, { raw }) => sum + raw, 0),
    brotliBytes: sizes.reduce((sum, { brotli }) => sum + brotli, 0),
    firstTierBrotliBytes: sizes.reduce(
      (sum, { name, brotli }) => sum + (name.startsWith('lookup-') ? brotli : 0),
      0,
    ),
  };
}

export function brotliBytes(bytes: Uint8Array): number {
  const quality = bytes.length > HUGE ? 5 : 9;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return brotliCompressSync(bytes, { params }).length;
}
