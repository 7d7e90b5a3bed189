// Index files that are truncated, damaged, foreign, or well sealed and nonsense inside: a located problem or harmless
// answers, never an exception or a hang.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYZER } from '../../src/analysis/analyzer.ts';
import { ByteWriter } from '../../src/base/byte-writer.ts';
import { seal, unseal } from '../../src/base/sealed-bytes.ts';
import { BodySegment } from '../../src/index/body-segment.ts';
import { type FileKind, INDEX_FORMAT, markOf, openIndexFile } from '../../src/index/file-kinds.ts';
import { decodeRoot, encodeRoot } from '../../src/index/index-root.ts';
import { Lexicon } from '../../src/index/lexicon.ts';
import { LookupSegment } from '../../src/index/lookup-segment.ts';
import { addBody } from '../../src/query/body-tier.ts';
import { openEngine } from '../../src/query/search-engine.ts';
import { DOCUMENTS, sampleFiles } from '../unit/index/sample-index.ts';

const files = sampleFiles();
const OPTIONS = { line: '', limit: 10 };
const QUERIES = ['e3', '余额不足', 'yebz', '余', 'a', '没有', 'XML_FORMAT_ERROR'];

function kindOf(file: Uint8Array): FileKind {
  const kind = String.fromCharCode(...file.subarray(4, 8));
  return (['ROOT', 'LEXI', 'LOOK', 'BODY'] as const).find((name) => name === kind) ?? 'ROOT';
}

/** The index with one file's payload replaced, sealed anew and named by ROOT, as only a forger could. */
function forge(index: number, payload: Uint8Array): { lookup: Uint8Array[]; body: Uint8Array[] } {
  const all = [...files.lookup, ...files.body];
  const changed = all.map((file, i) => (i === index ? seal(kindOf(file), INDEX_FORMAT, payload) : file));
  if (index > 0) {
    const [root, lexicon, look, body] = changed;
    const out = new ByteWriter();
    out.text(ANALYZER);
    encodeRoot(out, {
      documents: DOCUMENTS.length,
      lexicon: markOf(lexicon ?? new Uint8Array()),
      lookup: [{ mark: markOf(look ?? new Uint8Array()), documents: DOCUMENTS.length }],
      body: [{ mark: markOf(body ?? new Uint8Array()), documents: DOCUMENTS.length }],
      bodyTerms: 100,
    });
    changed[0] = seal(kindOf(root ?? new Uint8Array()), INDEX_FORMAT, out.finish());
  }
  return { lookup: changed.slice(0, 3), body: changed.slice(3) };
}

function payloadOf(index: number): Uint8Array {
  const file = [...files.lookup, ...files.body][index] ?? new Uint8Array();
  const payload = unseal(kindOf(file), INDEX_FORMAT, file);
  if (!payload.ok) throw new Error(payload.problem.message);
  return payload.value;
}

describe('index files', () => {
  it('with any bit turned or any length cut are refused by a located problem', () => {
    for (const [index, file] of files.lookup.entries()) {
      for (let at = 0; at < file.length; at += 1 + (at >>> 5)) {
        const turned = file.slice();
        turned[at] = (turned[at] ?? 0) ^ 4;
        const cut = file.slice(0, at);
        for (const damaged of [turned, cut]) {
          const opened = openEngine(files.lookup.map((other, i) => (i === index ? damaged : other)));
          expect(opened.ok).toBe(false);
          if (!opened.ok) expect(opened.problem.message).not.toBe('');
        }
      }
    }
  });

  it('of another analyzer are refused by name', () => {
    const out = new ByteWriter();
    out.text('zh-other/9');
    for (const [kind, parse] of [
      ['ROOT', decodeRoot],
      ['LEXI', (input) => new Lexicon(input)],
      ['LOOK', (input) => new LookupSegment(input)],
      ['BODY', (input) => new BodySegment(input)],
    ] as const satisfies [FileKind, (input: ConstructorParameters<typeof Lexicon>[0]) => unknown][]) {
      const opened = openIndexFile<unknown>(kind, seal(kind, INDEX_FORMAT, out.finish()), parse);
      expect(opened.ok ? '' : opened.problem.kind).toBe('analyzer-unknown');
      expect(opened.ok ? '' : opened.problem.message).toContain('zh-other/9');
    }
  });

  it('that are well sealed and nonsense inside are refused or answer with what they say, without an exception', () => {
    // Without bias: the usual one is towards the ends, and nearly every edit would hit the first bytes.
    const place = fc.noBias(fc.nat(999)).map((thousandths) => thousandths / 1000);
    const cases = fc.record({
      index: fc.nat(3),
      edits: fc.array(fc.tuple(place, fc.nat(255)), {
        minLength: 1,
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(cases, ({ index, edits }) => {
        const payload = payloadOf(index).slice();
        const start = ANALYZER.length + 1;
        for (const [place, value] of edits)
          payload[start + Math.floor(place * (payload.length - start))] = value;
        const { lookup, body } = forge(index, payload);
        const opened = openEngine(lookup);
        if (!opened.ok) return;
        for (const file of body) addBody(opened.value, file);
        for (const query of QUERIES) {
          const { hits } = opened.value.search(query, OPTIONS);
          expect(hits.length).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
