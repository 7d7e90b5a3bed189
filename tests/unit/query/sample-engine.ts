import type { IndexFiles } from '../../../src/index/index-files.ts';
import type { IndexedDocument } from '../../../src/index/indexed-document.ts';
import { addBody } from '../../../src/query/body-tier.ts';
import { phraseCheck } from '../../../src/query/phrase-check.ts';
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

/** The same with the texts at hand. */
export function engineOf(documents: readonly IndexedDocument[]): SearchEngine {
  const engine = sampleEngine(sampleFiles(documents));
  const texts = new Map(documents.map(({ id, body }) => [id, body]));
  engine.lackingPhrase = phraseCheck(engine, (id) => texts.get(id));
  return engine;
}
