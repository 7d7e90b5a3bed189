// Content: a real article, mutated, among what it refers to. It must compile to an article that holds nothing but known
// nodes and allowed targets, or give problems with a place that exists; either within the limit of time.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Article } from '../../src/bundle/article.ts';
import { encodeArticles, openArticleFile } from '../../src/bundle/article-codec.ts';
import { CONTENT } from '../../src/command/project-paths.ts';
import type { CompiledContent } from '../../src/compile/compile-content.ts';
import type { ContentProblem } from '../../src/compile/content-problem.ts';
import { toIndexInput } from '../../src/compile/index-input.ts';
import { buildIndex } from '../../src/index/build-index.ts';
import { openEngine } from '../../src/query/search-engine.ts';
import { code, compileFiles, guide } from '../unit/compile/compile-files.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { editedText } from './hostile-text.ts';

const POLICY = readFileSync(join(CONTENT, 'policy.yaml'), 'utf8');
/** One source a line. */
const SOURCES = readFileSync(join(CONTENT, 'sources.yaml'), 'utf8').split('\n');
const FILES = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && name.includes('/'))
  .sort();

const original = (file: string): string => readFileSync(join(CONTENT, file), 'utf8');
/** Only what follows the front matter: a fault in that hides the rest. */
function editedBody(text: string): fc.Arbitrary<string> {
  const start = text.indexOf('\n---\n') + '\n---\n'.length;
  return editedText(fc.constant(text.slice(start))).map((body) => text.slice(0, start) + body);
}

/** `offset:byte offset:byte`: what an editor of another encoding does. */
const damage = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 3 });

export const contentTarget: FuzzTarget = {
  name: 'content',
  share: 10,
  inputs: fc.constantFrom(...FILES).chain((file) =>
    fc.record({
      file: fc.constant(file),
      text: fc.oneof(editedText(fc.constant(original(file))), editedBody(original(file))),
      damage: fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        {
          weight: 1,
          arbitrary: damage.map((bytes) => bytes.map(([at, byte]) => `${at}:${byte}`).join(' ')),
        },
      ),
    }),
  ),
  async check({ file = '', text = '', damage: bytes = '' }) {
    const changed = damaged(Buffer.from(text), bytes);
    const files = {
      'policy.yaml': POLICY,
      'sources.yaml': sourcesOf(text),
      ...stubs(text, file),
      [file]: changed,
    };
    const result = await compileFiles(files);
    if (result.ok) checkContent(result.value);
    else expect(result.problem.map(({ severity }) => severity)).toContain('error');
    for (const problem of result.ok ? result.value.warnings : result.problem) checkProblem(problem, files);
  },
};

function damaged(bytes: Buffer, edits: string): Buffer {
  for (const edit of edits.split(' ').filter((each) => each !== '')) {
    const [at = 0, byte = 0] = edit.split(':').map(Number);
    if (at < bytes.length) bytes[at] = byte;
  }
  return bytes;
}

/** Only the sources that the text names: reading all takes longer than compiling the article. */
function sourcesOf(text: string): string {
  const named = new Set(['S1', ...(text.match(/\b[A-Z]\d+\b/g) ?? [])]);
  return SOURCES.filter((line) => named.has(line.slice(0, line.indexOf(':')))).join('\n');
}

/** Short articles under every id that the text names, so that a whole link stays whole. */
function stubs(text: string, own: string): Record<string, string> {
  const ids = new Set(text.match(/\b(?:codes|guides|products)\/[a-z0-9._/-]*[a-z0-9]/g)?.slice(0, 30));
  const known = [...ids].map((id) => `${id}.md`).filter((file) => file !== own && FILES.includes(file));
  return Object.fromEntries(
    known.map((file) => [
      file,
      file.startsWith('codes/') ? code({ title: file, code: `"${file.slice(6, -3)}"` }) : guide('', file),
    ]),
  );
}

function checkProblem(problem: ContentProblem, files: Readonly<Record<string, string | Buffer>>): void {
  const { file, line, column, message } = problem;
  const text = files[file];
  expect(text, `a problem in ${file}, which is not there`).toBeDefined();
  const lines = String(text).split(/\r\n|\r|\n/).length;
  expect(line).toBeGreaterThan(0);
  expect(line).toBeLessThanOrEqual(lines);
  expect(column).toBeGreaterThan(0);
  expect(message).not.toBe('');
  expect(message.length).toBeLessThan(1000);
}

function checkContent(content: CompiledContent): void {
  const opened = openArticleFile(encodeArticles(content.articles));
  if (!opened.ok) throw new Error(opened.problem.message);
  const ids = new Set<string>(content.articles.map(({ id }) => id));
  for (const article of content.articles) {
    expect(opened.value.find(article.id)).toEqual({ ok: true, value: article });
    checkArticle(article, ids);
  }
  const engine = openEngine(buildIndex(toIndexInput(content)).lookup);
  if (!engine.ok) throw new Error(engine.problem.message);
  for (const article of content.articles) expect(engine.value.summary(article.id)?.id).toBe(article.id);
}

const KINDS = new Set(
  (
    'text strong emphasis code break article-link external-link phone-link heading paragraph list steps quote ' +
    'table rule device step done article product guide'
  ).split(' '),
);
const HOSTS = new Set(POLICY.match(/(?<=^ {2}- )[a-z0-9.-]+\.[a-z]+$/gm));
// Control characters but for line ends and tabs within code, marks that reorder, and halves of surrogate pairs.
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Every value of the tree, whatever the types say. */
export function checkArticle(article: Article, ids: ReadonlySet<string>): void {
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') checkText(value, key, ids);
    else if (Array.isArray(value)) for (const each of value) visit(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) visit(each, name);
    else expect(['number', 'boolean', 'object']).toContain(typeof value);
  };
  visit(article, '');
}

function checkText(text: string, key: string, ids: ReadonlySet<string>): void {
  expect(text, key).not.toMatch(UNSEEN);
  if (key === 'kind') expect(KINDS).toContain(text);
  if (key === 'number') expect(text).toBe('95516');
  if (key === 'slug') expect(text).toMatch(/^[^\s<>"'&]+$/u);
  if (key === 'href' || (key === 'link' && text !== '')) {
    const url = new URL(text);
    expect(url.protocol).toBe('https:');
    expect(HOSTS).toContain(url.host);
    expect(url.username + url.password).toBe('');
  }
  if (key === 'id' && text.includes('/')) expect(ids).toContain(text);
}
