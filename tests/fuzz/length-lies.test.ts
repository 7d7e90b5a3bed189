// A lie in every number of every kind of file, the checksum sealed anew. Which bytes are numbers is not written down here: a
// reader of the good file is watched, so a number that a later format adds is lied about as well.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { ByteReader } from '../../src/base/byte-reader.ts';
import { openArticleFile } from '../../src/bundle/article-codec.ts';
import { addBody } from '../../src/query/body-tier.ts';
import { openEngine } from '../../src/query/search-engine.ts';
import { sampleFiles } from '../unit/index/sample-index.ts';
import {
  ARTICLE_FILE,
  articlePayload,
  checkForgedArticles,
  SMALL_ARTICLE_FILE,
} from './article-bytes-target.ts';
import { LIES } from './edited-bytes.ts';
import { SOAK } from './fuzz-target.ts';
import { checkForged, INDEX_KINDS, indexPayload } from './index-bytes-target.ts';

afterEach(() => vi.restoreAllMocks());

interface NumberField {
  readonly start: number;
  readonly end: number;
}

/** Where `use` reads numbers from `file`: half-open ranges in it. */
function numbersIn(file: Uint8Array, use: () => void): NumberField[] {
  const found = new Map<number, NumberField>();
  /** What a reader has just read from `from` on: its bytes are private, an empty view of them is not. */
  const note = (reader: ByteReader, from: number): void => {
    const here = reader.bytes(0);
    const end = here.byteOffset - file.byteOffset;
    const start = end - (reader.offset - from);
    if (here.buffer === file.buffer) found.set(start, { start, end });
  };
  for (const name of ['varint', 'u32'] as const) {
    const original = ByteReader.prototype[name];
    vi.spyOn(ByteReader.prototype, name).mockImplementation(function (this: ByteReader): number {
      const from = this.offset;
      const value = original.call(this);
      note(this, from);
      return value;
    });
  }
  use();
  vi.restoreAllMocks();
  return [...found.values()];
}

function lied(payload: Uint8Array, { start, end }: NumberField, lie: readonly number[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat([payload.subarray(0, start), Uint8Array.from(lie), payload.subarray(end)]),
  );
}

/** Eight lies about each number, and its value one up and one down, in place. */
function* liesAbout(payload: Uint8Array, fields: readonly NumberField[]): Generator<Uint8Array> {
  for (const field of fields) {
    for (const lie of LIES) yield lied(payload, field, lie);
    for (const step of [1, -1]) {
      const near = payload.slice();
      near[field.start] = ((near[field.start] ?? 0) + step) & 255;
      yield near;
    }
  }
}

const HEADER = 20;
function inPayload(fields: readonly NumberField[]): NumberField[] {
  return fields.map(({ start, end }) => ({ start: start - HEADER, end: end - HEADER }));
}

/** Of processor time, in milliseconds. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a lie about a number', () => {
  test('in a file of articles is a located problem or an article of the right form', () => {
    const file = SOAK ? ARTICLE_FILE : SMALL_ARTICLE_FILE;
    const fields = numbersIn(file, () => {
      const opened = openArticleFile(file);
      if (opened.ok) for (const id of opened.value.ids()) opened.value.find(id);
    });
    let cases = 0;
    let longest = 0;
    for (const payload of liesAbout(articlePayload(file), inPayload(fields))) {
      cases++;
      longest = Math.max(
        longest,
        timed(() => checkForgedArticles(payload)),
      );
    }
    console.log(`ARTS: ${fields.length} numbers, ${cases} lies, longest ${longest.toFixed(1)} ms`);
    expect(fields.length).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2000);
  }, 3_600_000);

  test.each(INDEX_KINDS)('in a %s file is refused or answered within bounds', (kind) => {
    const { lookup, body } = sampleFiles();
    const all = [...lookup, ...body];
    const file = all[INDEX_KINDS.indexOf(kind)] ?? new Uint8Array();
    const fields = numbersIn(file, () => {
      const opened = openEngine(lookup);
      if (!opened.ok) throw new Error(opened.problem.message);
      for (const each of body) addBody(opened.value, each);
    });
    let cases = 0;
    let refused = 0;
    let longest = 0;
    for (const payload of liesAbout(indexPayload(kind), inPayload(fields))) {
      cases++;
      longest = Math.max(
        longest,
        timed(() => {
          if (checkForged(kind, payload) === 'refused') refused++;
        }),
      );
    }
    console.log(
      `${kind}: ${fields.length} numbers, ${cases} lies, ${refused} refused, longest ${longest.toFixed(1)} ms`,
    );
    expect(fields.length).toBeGreaterThan(3);
    expect(refused).toBeGreaterThan(cases / 2);
    expect(longest).toBeLessThan(2000);
  });
});
