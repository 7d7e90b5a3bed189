// The manifest of the bundle, mutated as text and as JSON. It is refused by name, or the library that opens by it reads
// nothing but files of the bundle and answers or says what is wrong.

import fc from 'fast-check';
import { expect } from 'vitest';
import { ANALYZER } from '../../src/analysis/analyzer.ts';
import { parseArticleId } from '../../src/bundle/article.ts';
import { openArticleFile } from '../../src/bundle/article-codec.ts';
import { parseBundleManifest } from '../../src/bundle/bundle-manifest.ts';
import { bundleFiles } from '../../src/command/bundle-files.ts';
import { attachParts } from '../../src/load/attach-parts.ts';
import { openLibrary } from '../../src/load/library.ts';
import { sampleFiles } from '../unit/index/sample-index.ts';
import { ARTICLE_FILE } from './article-bytes-target.ts';
import type { FuzzInput, FuzzTarget } from './fuzz-target.ts';
import { editedText } from './hostile-text.ts';

const { lookup, body } = sampleFiles();
const opened = openArticleFile(ARTICLE_FILE);
const [first] = opened.ok ? opened.value.ids() : [];
if (first === undefined) throw new Error('the sample has no article');
const bundle = bundleFiles({
  analyzer: ANALYZER,
  reviewed: '2026-11-20',
  articles: 12,
  lookup,
  body,
  articleFiles: [{ first, bytes: ARTICLE_FILE, frequency: 0 }],
});
const FILES = new Map(
  [...bundle.lookup, ...bundle.body, ...bundle.articleFiles].map(({ path, bytes }) => [path, bytes]),
);
const GOOD = new TextDecoder().decode(bundle.manifestFile.bytes);

const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    [],
    {},
    [[]],
    [null],
    '__proto__',
    'assets/..',
    'assets/../../x',
    '/assets/x',
    'https://evil.example/x',
    'javascript:alert(1)',
    'assets/x\n',
    [...FILES.keys()].at(0),
    [...FILES.keys()].at(-1),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The good manifest with the value of one key, wherever it stands, replaced or left out. */
const replaced = fc
  .tuple(
    fc.constantFrom(
      'id',
      'format',
      'analyzer',
      'reviewed',
      'articles',
      'lookup',
      'body',
      'articleFiles',
      'url',
      'bytes',
      'first',
    ),
    fc.option(value, { nil: undefined }),
  )
  .map(([name, other]) =>
    JSON.stringify(JSON.parse(GOOD, (key, old: unknown) => (key === name ? other : old))),
  );
/** Lists of files exchanged, doubled or in another order. */
const shuffled = fc
  .tuple(fc.shuffledSubarray([...FILES.keys()]), fc.shuffledSubarray([...FILES.keys()]))
  .map(([some, others]) => {
    const listed = (url: string) => ({ url, bytes: 1, first: 'guides/a' });
    return JSON.stringify({
      ...JSON.parse(GOOD),
      lookup: some.map(listed),
      body: others.map(listed),
      articleFiles: some.map(listed),
    });
  });

export const manifestTarget: FuzzTarget = {
  name: 'manifest',
  share: 20,
  inputs: fc
    .oneof(editedText(fc.constant(GOOD)), replaced, shuffled)
    .map((text: string): FuzzInput => ({ text })),
  async check({ text = '' }) {
    const manifest = parseBundleManifest(text);
    if (!manifest.ok) expect(manifest.problem.message).not.toBe('');
    const library = await openLibrary('0123456789abcdef', async (url) => {
      if (url === 'assets/bundle-0123456789abcdef.json') return new TextEncoder().encode(text);
      expect(url).toMatch(/^assets\/[^/]+$/);
      expect(new URL(url, 'https://pos.example/').pathname).toMatch(/^\/assets\//);
      const bytes = FILES.get(url);
      if (bytes === undefined) throw new Error(`404 ${url}`);
      return bytes;
    });
    if (!library.ok) {
      expect(library.problem.file).toMatch(/^assets\//);
      return;
    }
    attachParts(library.value);
    for (const problem of await library.value.openRest()) expect(problem.message).not.toBe('');
    for (const query of ['e3', '余额不足', 'yebz'])
      expect(library.value.search(query, { line: '', limit: 10 }).hits.length).toBeLessThanOrEqual(10);
    for (const name of ['guides/unknown-code', '0', 'zzzz', String(first)]) {
      const id = parseArticleId(name);
      if (id === undefined) continue;
      const article = await library.value.article(id);
      if (article.ok && article.value !== undefined) expect(article.value.id).toBe(id);
      library.value.openedArticle(id);
    }
    expect([...library.value.documents()].length).toBeLessThanOrEqual(1000);
  },
};
