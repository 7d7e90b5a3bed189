// Bodies of an open engine. Apart from search-engine.ts, so that the page's first script, which answers from names, does not carry
// the dictionary of pairs.

import { fail, ok, type Result } from '../base/result.ts';
import { BodySegment, LENGTH_STEP, LENGTHS } from '../index/body-segment.ts';
import { type EngineProblem, markOf, openIndexFile } from '../index/file-kinds.ts';
import type { SearchEngine } from './search-engine.ts';
import { normOf } from './term-search.ts';

/** Adds one body file; a second time it does nothing. Refuses a file that the engine's build does not name. */
export function addBody(engine: SearchEngine, file: Uint8Array): Result<true, EngineProblem> {
  const opened = openIndexFile('BODY', file, (input) => new BodySegment(input));
  if (!opened.ok) return opened;
  const mark = markOf(file);
  let base = 0;
  for (const entry of engine.root.body) {
    if (entry.mark === mark) return place(engine, opened.value, base, entry.documents);
    base += entry.documents;
  }
  return fail({ kind: 'other-build', message: 'BODY: not a file of the index that is open' });
}

function place(
  engine: SearchEngine,
  body: BodySegment,
  base: number,
  documents: number,
): Result<true, EngineProblem> {
  if (body.terms.documents !== documents) {
    const message = `BODY: expected ${documents} documents, found ${body.terms.documents}`;
    return fail({ kind: 'damaged', message });
  }
  if (engine.bodies.some((tier) => tier.base === base)) return ok(true);
  const { board, root } = engine;
  const mean = Math.max(1, root.bodyTerms / engine.size);
  if (engine.bodies.length === 0)
    for (let steps = 0; steps < LENGTHS; steps++) board.norms[steps] = normOf((steps * LENGTH_STEP) / mean);
  board.lengths.set(body.lengths, base);
  engine.bodies.push({ terms: body.terms, base });
  return ok(true);
}
