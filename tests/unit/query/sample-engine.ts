import type { IndexFiles } from '../../../src/index/index-files.ts';
import { addBody } from '../../../src/query/body-tier.ts';
import { openEngine, type SearchEngine } from '../../../src/query/search-engine.ts';
import { tolerance } from '../../../src/query/tolerant-search.ts';
import { sampleFiles } from '../index/sample-index.ts';

export const OPTIONS = { line: '', limit: 10 } as const;

/** With both tiers. */
export function sampleEngine(files: IndexFiles = sampleFiles()): SearchEngine {
  const engine = openEngine(files.lookup);
  if (!engine.ok) throw new Error(engine.problem.message);
  for (const file of files.body) {
    const added = addBody(engine.value, file);
    if (!added.ok) throw new Error(added.problem.message);
  }
  engine.value.tolerance = tolerance;
  return engine.value;
}
