// Content that is made to hurt the compiler: each must give valid articles or located problems, and soon.

import { describe, expect, test } from 'vitest';
import { encodeArticles, openArticleFile } from '../../src/bundle/article-codec.ts';
import { code, compileFiles, type Files, guide, SOURCES } from '../unit/compile/compile-files.ts';

/** Of the processor's time, not the clock's: other tests run beside this one. */
const LIMIT_MS = 2000;

/** Compiles within the limit; what comes out is encoded and read back, so that it is whole. Gives the rules broken. */
async function compileSoon(files: Files): Promise<string[]> {
  const start = process.cpuUsage();
  const result = await compileFiles(files);
  const { user, system } = process.cpuUsage(start);
  const elapsed = (user + system) / 1000;
  expect(elapsed).toBeLessThan(LIMIT_MS);
  const problems = result.ok ? result.value.warnings : result.problem;
  for (const { file, line, column, message } of problems) {
    expect(Object.keys(files)).toContain(file);
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message.length).toBeLessThan(1000);
  }
  if (result.ok) {
    const opened = openArticleFile(encodeArticles(result.value.articles));
    if (!opened.ok) throw new Error(opened.problem.message);
    for (const article of result.value.articles) {
      expect(opened.value.find(article.id)).toEqual({ ok: true, value: article });
    }
  }
  return problems.map(({ rule }) => rule);
}

describe('hostile Markdown', () => {
  const half = 95_000;
  test.each<[string, string]>([
    ['brackets', '['.repeat(5000)],
    ['brackets in pairs', '[]('.repeat(30_000)],
    ['links in links', `${'['.repeat(5000)}a${'](x)'.repeat(5000)}`],
    ['open article links', '[[a'.repeat(60_000)],
    ['article links to nothing', '[[a/b]]'.repeat(20_000)],
    ['article links in one word', '[[a|'.repeat(40_000)],
    ['quotes', '>'.repeat(half)],
    ['quotes with spaces', '> '.repeat(half)],
    ['lists', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')],
    ['lists on one line', '- '.repeat(half)],
    ['ordered lists on one line', '1. '.repeat(60_000)],
    ['stars', '*'.repeat(half)],
    ['stars and letters', '*a '.repeat(60_000)],
    ['stars and underscores', '*_'.repeat(half)],
    ['strong in strong', `${'**a '.repeat(5000)}${'b** '.repeat(5000)}`],
    ['backticks of every length', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['entities', '&amp;'.repeat(38_000)],
    ['open angle brackets', '<a '.repeat(60_000)],
    ['open comments', '<!--'.repeat(45_000)],
    ['open elements', '<b x="'.repeat(30_000)],
    ['elements', '<b>'.repeat(60_000)],
    ['images', '![](x)'.repeat(30_000)],
    ['escapes', '\\*'.repeat(half)],
    ['line breaks', 'a\n'.repeat(half)],
    ['hard line breaks', 'a\\\n'.repeat(60_000)],
    ['headings', '# a\n'.repeat(45_000)],
    ['headings that are equal', '## 一\n\n'.repeat(20_000)],
    ['references', Array.from({ length: 9000 }, (_, i) => `[${i}]: x`).join('\n')],
    [
      'a table of 3,000 columns',
      `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${`${'|b'.repeat(3000)}|\n`.repeat(20)}`,
    ],
    ['a table of many rows', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(30_000)}`],
    ['rows wider than their table', `|a|\n|-|\n${`${'|b'.repeat(900)}\n`.repeat(100)}`],
    ['open device blocks', '::: 电签\n'.repeat(15_000)],
    ['device blocks in device blocks', `${'::: 电签\n'.repeat(7000)}${':::\n'.repeat(7000)}`],
    ['closed device blocks', '::: 电签\nx\n:::\n'.repeat(9000)],
    ['stray ends of device blocks', ':::\n\n'.repeat(35_000)],
    ['device blocks in quotes', `${'> '.repeat(200)}::: 电签\n`.repeat(400)],
    ['fences', '```\n'.repeat(45_000)],
    ['one long line', '字'.repeat(60_000)],
    ['emphasis beside Chinese', '**字。**字'.repeat(12_000)],
    ['combining marks', `a${'\u0301'.repeat(half)}`],
    ['surrogates', '😀'.repeat(45_000)],
  ])('of %s is compiled or refused soon', async (_, markdown) => {
    await compileSoon({ 'guides/a.md': guide(markdown.slice(0, 190_000)) });
  });

  test('nested deeper than a reader could open is refused, not cut off', async () => {
    const lists = Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}- ${i}`).join('\n');
    expect(await compileSoon({ 'guides/a.md': guide(lists) })).toEqual(['nested-too-deep']);
    expect(await compileSoon({ 'guides/a.md': guide(`${'> '.repeat(100)}a`) })).toEqual(['nested-too-deep']);
    const strong = `${'**a *b '.repeat(40)}c${'* d**'.repeat(40)}`;
    expect(await compileSoon({ 'guides/a.md': guide(strong) })).toEqual(['nested-too-deep']);
    const stars = `${'**a '.repeat(9000)}${'b** '.repeat(9000)}`;
    expect(await compileSoon({ 'guides/a.md': guide(stars) })).toContain('nested-too-deep');
  });

  test('as a triage is judged soon', async () => {
    const count = 3000;
    const chain = Array.from({ length: count }, (_, i) => {
      const next = i + 1 < count && i + 2 < 1000 ? `${i + 2}` : '完成: x';
      return `${i + 1}. 问?\n   - 有 → ${next}\n`;
    });
    await compileSoon({ ...SOURCES, 'codes/ums/3e.md': code({}, `\n## 排查\n\n${chain.join('')}`) });
    await compileSoon({
      ...SOURCES,
      'codes/ums/3e.md': code({}, `\n## 排查\n\n1. ${'等'.repeat(60_000)}\n   - 有 → 1\n`),
    });
    await compileSoon({
      ...SOURCES,
      'codes/ums/3e.md': code({}, `\n## 排查\n\n1. a\n${'   - → →\n'.repeat(15_000)}`),
    });
  });
});

describe('hostile YAML', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
    .join('\n')}`;
  test.each<[string, string]>([
    ['aliases that grow', bomb],
    ['an alias to itself', 'title: &a [*a]'],
    ['merge keys', 'title: x\n<<: [{ a: b }, { c: d }]'],
    ['__proto__', 'title: x\n__proto__: { summary: y }'],
    ['__proto__ in a list', 'title: x\naliases: [{ __proto__: { a: b } }]'],
    ['constructor', 'title: x\nconstructor: { prototype: { a: b } }'],
    ['equal keys', 'title: x\n'.repeat(5000)],
    ['a giant number', `title: ${'9'.repeat(50_000)}`],
    ['a giant exponent', 'title: 1e999999999'],
    ['not a number', 'title: .nan'],
    ['brackets', `title: ${'['.repeat(50_000)}`],
    ['braces', `title: ${'{a: '.repeat(30_000)}`],
    ['lists on one line', `title: ${'- '.repeat(50_000)}`],
    ['deep maps', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['many keys', Array.from({ length: 15_000 }, (_, i) => `k${i}: v`).join('\n')],
    ['a long list', `title: x\naliases: [${'a, '.repeat(50_000)}b]`],
    ['long text', `title: ${'x'.repeat(150_000)}`],
    ['tags', 'title: !!binary aGk='],
    ['a tag of another kind', 'title: !<tag:yaml.org,2002:js/function> x'],
    ['a directive', '%YAML 1.1\n%TAG ! tag:x,2000:\ntitle: x'],
    ['two documents', 'title: x\n...\ntitle: y'],
    ['quotes that stay open', 'title: "'.repeat(10_000)],
    ['escapes', 'title: "\\x00\\u202e"'],
    ['a complex key', '? [a, b]\n: c\ntitle: x'],
    ['tabs', '\ttitle: x'],
  ])('of %s is refused soon', async (_, yaml) => {
    const rules = await compileSoon({ 'a.md': `---\n${yaml.slice(0, 190_000)}\n---\n` });
    expect(rules).not.toEqual([]);
    expect(({} as Record<string, unknown>).summary).toBeUndefined();
  });

  test('in settings is refused soon', async () => {
    for (const file of ['sources.yaml', 'policy.yaml', 'frequent.yaml', 'synonyms.yaml', 'glossary.yaml']) {
      expect(await compileSoon({ [file]: bomb })).not.toEqual([]);
      expect(await compileSoon({ [file]: '['.repeat(50_000) })).not.toEqual([]);
      expect(await compileSoon({ [file]: '42' })).not.toEqual([]);
    }
  });
});
