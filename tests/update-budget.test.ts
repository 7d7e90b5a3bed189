// What every phone pays for one edited article among ten thousand: at most 2 % of the bundle. The articles are made from the
// sentences of the shipped ones, by a fixed seed; the files come from the encoders of the build.

import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ANALYZER } from '../src/analysis/analyzer.ts';
import { type Article, type Block, parseArticleId } from '../src/bundle/article.ts';
import { articleText } from '../src/bundle/article-text.ts';
import { bundleFiles } from '../src/command/bundle-files.ts';
import { encodeArticleFiles } from '../src/compile/article-files.ts';
import { type CompiledContent, compileContent } from '../src/compile/compile-content.ts';
import { toIndexInput } from '../src/compile/index-input.ts';
import { buildIndex } from '../src/index/build-index.ts';

const ARTICLES = 10_000;
const SENTENCES_EACH = 12;
const LIMIT = 0.02;
const ADDED = '如果还是不行，先记下时间，再问收单机构。';

let shipped: CompiledContent;
let articles: readonly Article[];
let before: ReadonlyMap<string, number>;

beforeAll(async () => {
  const compiled = await compileContent(join(import.meta.dirname, '../content'), {
    today: '2026-11-22',
    lint: false,
  });
  if (!compiled.ok) throw new Error('the content does not compile');
  shipped = compiled.value;
  articles = manyArticles();
  before = sizes(articles);
});

test('the bundle is as large as the budget means', () => {
  expect(articles).toHaveLength(ARTICLES);
  expect(before.size).toBeGreaterThan(20);
});

test.each([
  ['in its text', (article: Article) => ({ ...article, body: [...article.body, paragraph(ADDED)] })],
  ['in its title', (article: Article) => ({ ...article, title: `${article.title}怎么办` })],
])('one article edited %s changes at most 2 %% of the bundle', (_, edit) => {
  const middle = Math.floor(ARTICLES / 2);
  const after = sizes(articles.map((article, i) => (i === middle ? edit(article) : article)));
  const changed = [...after].filter(([path]) => !before.has(path));
  expect(changed.length).toBeGreaterThan(0);
  expect(total(changed) / total([...after])).toBeLessThanOrEqual(LIMIT);
});

function manyArticles(): Article[] {
  const sentences = shipped.articles.flatMap((article) => articleText(article).split(/(?<=[。？])|\n/));
  const titles = shipped.articles.map(({ title }) => title);
  const picks = fc.sample(
    fc.array(fc.nat(sentences.length - 1), { minLength: SENTENCES_EACH, maxLength: SENTENCES_EACH }),
    {
      numRuns: ARTICLES,
      seed: 7,
    },
  );
  const [model] = shipped.articles.filter(({ kind }) => kind === 'guide');
  return picks.map((pick, i) => {
    const id = parseArticleId(`notes/n${String(i).padStart(5, '0')}`);
    if (model === undefined || id === undefined) throw new Error('no guide to start from');
    const title = `${titles[i % titles.length]}${sentences[pick[0] ?? 0]?.slice(0, 6)}`;
    const body = pick.map((at) => paragraph(sentences[at] ?? ''));
    return { ...model, id, title, summary: '', aliases: [], sources: [], related: [], triage: null, body };
  });
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [{ kind: 'text', text }] };
}

/** Brotli bytes of each file, by its name, which says its content. */
function sizes(all: readonly Article[]): Map<string, number> {
  const content = { ...shipped, articles: all, frequency: new Map(), frequentIds: [] };
  const articleFiles = encodeArticleFiles(all).map((file) => ({ ...file, frequency: 0 }));
  const index = buildIndex(toIndexInput(content));
  const parts = { analyzer: ANALYZER, reviewed: '', articles: all.length, ...index, articleFiles };
  const { manifestFile, lookup, body, articleFiles: files } = bundleFiles(parts);
  return new Map(
    [manifestFile, ...lookup, ...body, ...files].map(({ path, bytes }) => [path, compressedBytes(bytes)]),
  );
}

/** A lower quality than the build's: the same files compared with the same yardstick, in a tenth of the time. */
function compressedBytes(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

function total(files: readonly (readonly [string, number])[]): number {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}
