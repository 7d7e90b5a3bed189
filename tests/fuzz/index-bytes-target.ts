// The four kinds of index files, damaged. With the seal as it was, damage is always refused; sealed anew and named by the
// root, as only a forger could, the engine refuses them or answers within its bounds.

import fc from 'fast-check';
import { expect } from 'vitest';
import { ANALYZER } from '../../src/analysis/analyzer.ts';
import { ByteWriter } from '../../src/base/byte-writer.ts';
import { seal, unseal } from '../../src/base/sealed-bytes.ts';
import { INDEX_FORMAT, markOf } from '../../src/index/file-kinds.ts';
import { encodeRoot } from '../../src/index/index-root.ts';
import { addBody } from '../../src/query/body-tier.ts';
import { openEngine, type SearchEngine } from '../../src/query/search-engine.ts';
import { DOCUMENTS, sampleFiles } from '../unit/index/sample-index.ts';
import { editedBytes, fromBase64, toBase64 } from './edited-bytes.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { WORK_BOUND } from './work-bound.ts';

const QUERIES = ['e3', '余额不足', 'yebz', '余', 'a', '没有', 'XML_FORMAT_ERROR', '餘額', 'E4', '51 微信'];
const files = sampleFiles();

/** In the order ROOT, LEXI, LOOK, BODY. */
export const INDEX_KINDS = ['ROOT', 'LEXI', 'LOOK', 'BODY'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

const GOOD = new Map(
  INDEX_KINDS.map((kind) => {
    const file = [...files.lookup, ...files.body].find((each) => unseal(kind, INDEX_FORMAT, each).ok);
    if (file === undefined) throw new Error(`the sample has no ${kind}`);
    return [kind, file];
  }),
);

function fileOf(kind: IndexKind): Uint8Array {
  return GOOD.get(kind) ?? new Uint8Array();
}

export function indexPayload(kind: IndexKind): Uint8Array {
  const payload = unseal(kind, INDEX_FORMAT, fileOf(kind));
  if (!payload.ok) throw new Error(payload.problem.message);
  return payload.value;
}

export const indexBytesTarget: FuzzTarget = {
  name: 'index-bytes',
  share: 20,
  inputs: fc.constantFrom(...INDEX_KINDS).chain((kind) =>
    fc.oneof(
      {
        weight: 1,
        arbitrary: editedBytes(fileOf(kind)).map((bytes) => ({ kind, seal: 'kept', bytes: toBase64(bytes) })),
      },
      {
        weight: 4,
        arbitrary: editedBytes(indexPayload(kind)).map((bytes) => ({
          kind,
          seal: 'anew',
          bytes: toBase64(bytes),
        })),
      },
    ),
  ),
  check(input) {
    const kind = INDEX_KINDS.find((each) => each === input.kind);
    if (kind === undefined) throw new Error(`no kind ${input.kind}`);
    const bytes = fromBase64(input.bytes);
    if (input.seal === 'kept') checkDamaged(kind, bytes);
    else checkForged(kind, bytes);
  },
};

function checkDamaged(kind: IndexKind, bytes: Uint8Array): void {
  const given = INDEX_KINDS.map((each) => (each === kind ? bytes : fileOf(each)));
  const opened = openEngine(given.slice(0, 3));
  const result = kind === 'BODY' && opened.ok ? addBody(opened.value, bytes) : opened;
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.problem.message).not.toBe('');
}

export function checkForged(kind: IndexKind, payload: Uint8Array): 'refused' | 'answers' {
  const forged = INDEX_KINDS.map((each) =>
    each === kind ? seal(kind, INDEX_FORMAT, payload) : each === 'ROOT' ? new Uint8Array() : fileOf(each),
  );
  if (kind !== 'ROOT') forged[0] = rootOf(forged);
  const opened = openEngine(forged.slice(0, 3));
  if (!opened.ok) {
    expect(opened.problem.message).not.toBe('');
    return 'refused';
  }
  ask(opened.value);
  const added = addBody(opened.value, forged[3] ?? new Uint8Array());
  if (!added.ok) expect(added.problem.message).not.toBe('');
  ask(opened.value);
  return added.ok ? 'answers' : 'refused';
}

/** A root that names these files, whatever is in them. */
function rootOf(forged: readonly Uint8Array[]): Uint8Array {
  const [, lexicon = new Uint8Array(), look = new Uint8Array(), body = new Uint8Array()] = forged;
  const out = new ByteWriter();
  out.text(ANALYZER);
  encodeRoot(out, {
    documents: DOCUMENTS.length,
    lexicon: markOf(lexicon),
    lookup: [{ mark: markOf(look), documents: DOCUMENTS.length }],
    body: [{ mark: markOf(body), documents: DOCUMENTS.length }],
    bodyTerms: 100,
  });
  return seal('ROOT', INDEX_FORMAT, out.finish());
}

function ask(engine: SearchEngine): void {
  for (const query of QUERIES) {
    const { hits, work } = engine.search(query, { line: '', limit: 10 });
    expect(hits.length).toBeLessThanOrEqual(10);
    expect(work).toBeLessThanOrEqual(WORK_BOUND);
    for (const { document, titleRanges } of hits)
      for (const { start, end } of titleRanges) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(document.title.length);
      }
  }
  let count = 0;
  for (const document of engine.documents()) {
    expect(typeof document.title).toBe('string');
    count++;
  }
  expect(count).toBeLessThanOrEqual(DOCUMENTS.length);
  engine.summary('codes/terminal/e3');
}
