// The engine over content/, built by the code that builds the bundle and opened by the code that the page runs.

import { fileURLToPath } from 'node:url';
import { compileContent } from '../../src/compile/compile-content.ts';
import { toIndexInput } from '../../src/compile/index-input.ts';
import { buildIndex } from '../../src/index/build-index.ts';
import { addBody } from '../../src/query/body-tier.ts';
import { phraseCheck } from '../../src/query/phrase-check.ts';
import { openEngine, type SearchEngine } from '../../src/query/search-engine.ts';
import { tolerance } from '../../src/query/tolerant-search.ts';
import { answerOf, type Search } from './measure.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

/** Any day will do: what has expired is the business of the content check, not of the ranking. */
const TODAY = '2026-11-22';

/** With both tiers loaded. Throws where the content does not compile or a file does not open. */
export async function openContentEngine(): Promise<SearchEngine> {
  const content = await compileContent(CONTENT, { today: TODAY, lint: false });
  if (!content.ok) {
    const { file, line, rule, message } = content.problem[0] ?? {};
    throw new Error(`content/ has ${content.problem.length} problems; ${file}:${line} ${rule} ${message}`);
  }
  const input = toIndexInput(content.value);
  const { lookup, body } = buildIndex(input);
  const engine = openEngine(lookup);
  if (!engine.ok) throw new Error(`the lookup tier does not open: ${engine.problem.message}`);
  for (const file of body) {
    const added = addBody(engine.value, file);
    if (!added.ok) throw new Error(`a body file does not open: ${added.problem.message}`);
  }
  engine.value.tolerance = tolerance;
  const texts = new Map(input.documents.map((document) => [document.id, document.body]));
  engine.value.lackingPhrase = phraseCheck(engine.value, (id) => texts.get(id));
  return engine.value;
}

export function searchWith(engine: SearchEngine): Search {
  return ({ query, line }) => answerOf(engine.search(query, { line, limit: 10 }));
}
