// Files of articles, damaged. With the seal as it was, damage is always refused; sealed anew, as only a forger could, the
// file gives a located problem or articles within the types of the page, and nothing is thrown past the border.

import fc from 'fast-check';
import { expect } from 'vitest';
import { seal, unseal } from '../../src/base/sealed-bytes.ts';
import { type Article, parseArticleId } from '../../src/bundle/article.ts';
import { ARTICLE_FORMAT, encodeArticles, openArticleFile } from '../../src/bundle/article-codec.ts';
import { articleText } from '../../src/bundle/article-text.ts';
import { article } from '../unit/bundle/arbitrary-article.ts';
import { editedBytes, fromBase64, toBase64 } from './edited-bytes.ts';
import type { FuzzTarget } from './fuzz-target.ts';

const KIND = 'ARTS';
const ABSENT = parseArticleId('guides/not-in-this-file');

/** A few articles that hold every kind of node. */
function sampleArticles(): Article[] {
  const found = fc.sample(article, { seed: 7, numRuns: 24 });
  const byId = new Map(found.map((each) => [each.id, each]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const ARTICLE_FILE = encodeArticles(sampleArticles());
/** Few articles, for what tries every place of a file. */
export const SMALL_ARTICLE_FILE = encodeArticles(sampleArticles().slice(0, 4));

export function articlePayload(file: Uint8Array = ARTICLE_FILE): Uint8Array {
  const payload = unseal(KIND, ARTICLE_FORMAT, file);
  if (!payload.ok) throw new Error(payload.problem.message);
  return payload.value;
}

export const articleBytesTarget: FuzzTarget = {
  name: 'article-bytes',
  share: 20,
  inputs: fc.oneof(
    {
      weight: 1,
      arbitrary: editedBytes(ARTICLE_FILE).map((bytes) => ({ seal: 'kept', bytes: toBase64(bytes) })),
    },
    {
      weight: 4,
      arbitrary: editedBytes(articlePayload()).map((bytes) => ({ seal: 'anew', bytes: toBase64(bytes) })),
    },
  ),
  check(input) {
    const bytes = fromBase64(input.bytes);
    if (input.seal === 'kept') {
      const opened = openArticleFile(bytes);
      expect(opened.ok).toBe(false);
      if (!opened.ok) expect(opened.problem.message).not.toBe('');
    } else checkForgedArticles(bytes);
  },
};

/** `payload` as it would stand in a sealed file. Gives how many articles could be read. */
export function checkForgedArticles(payload: Uint8Array): number {
  const opened = openArticleFile(seal(KIND, ARTICLE_FORMAT, payload));
  if (!opened.ok) {
    expect(opened.problem.message).toMatch(/^ARTS: .+ at byte \d+$/);
    return 0;
  }
  let read = 0;
  for (const id of [...opened.value.ids(), ABSENT]) {
    if (id === undefined) continue;
    const found = opened.value.find(id);
    if (!found.ok) expect(found.problem.message).toMatch(/^ARTS: .+ at byte \d+$/);
    else if (found.value !== undefined) {
      read++;
      expect(found.value.id).toBe(id);
      checkTypes(found.value, '');
      expect(typeof articleText(found.value)).toBe('string');
    }
  }
  return read;
}

/** What the page takes from an article into an attribute must be of a form that cannot run anything. */
function checkTypes(value: unknown, key: string): void {
  if (Array.isArray(value)) for (const each of value) checkTypes(each, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) checkTypes(each, name);
  else if (key === 'href') expect(value).toMatch(/^https:\/\//);
  else if (key === 'number') expect(value).toMatch(/^[+\d][\d-]*$/);
  else if (key === 'id' && typeof value === 'string' && value.includes('/'))
    expect(parseArticleId(value)).toBe(value);
}
