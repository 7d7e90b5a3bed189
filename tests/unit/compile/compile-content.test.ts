import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../../src/compile/compile-content.ts';
import {
  articleOf,
  code,
  compileFiles,
  guide,
  problemsOf,
  SOURCES,
  STEPS,
  TODAY,
  withFolder,
} from './compile-files.ts';

describe('a content folder', () => {
  test('gives articles in ascending order of their ids, whatever the order on disk', async () => {
    const result = await compileFiles({
      'b.md': guide(''),
      'a-b.md': guide(''),
      'a/b.md': guide(''),
      'a.c.md': guide(''),
    });
    expect(result.ok && result.value.articles.map(({ id }) => id)).toEqual(['a-b', 'a.c', 'a/b', 'b']);
  });

  test('takes the kind and the channel from the path', async () => {
    const result = await compileFiles({
      ...SOURCES,
      'codes/terminal/e3.md': code(),
      'products/zhineng.md': guide(''),
      'notes/deep/er.md': guide(''),
    });
    const kinds = result.ok && result.value.articles.map(({ kind, channel }) => [kind, channel]);
    expect(kinds).toEqual([
      ['code', 'terminal'],
      ['guide', null],
      ['product', null],
    ]);
  });

  test('gives the same articles and warnings for the same files', async () => {
    const files = { ...SOURCES, 'codes/ums/3e.md': code(), 'a.md': guide('<b>x</b>') };
    expect(await compileFiles(files)).toEqual(await compileFiles(files));
  });

  test('reports every problem of every file, in order', async () => {
    const problems = await problemsOf({
      'guides/b.md': guide('[[guides/none]] <b>x</b>\n\n![](x.png)'),
      'guides/a.md': '---\ntitel: x\n---\n',
    });
    expect(problems).toEqual([
      'guides/a.md:2:1 missing-key',
      'guides/a.md:2:1 unknown-key',
      'guides/b.md:4:1 dangling-link',
      'guides/b.md:4:17 raw-html',
      'guides/b.md:4:21 raw-html',
      'guides/b.md:6:1 image',
    ]);
  });

  test('is read without following symbolic links', async () => {
    const problems = await withFolder({ 'a.md': guide('') }, async (folder) => {
      symlinkSync('/etc/hostname', join(folder, 'b.md'));
      symlinkSync('/etc', join(folder, 'etc'));
      const result = await compileContent(folder, { today: TODAY });
      return result.ok ? [] : result.problem.map(({ file, rule }) => `${file} ${rule}`);
    });
    expect(problems).toEqual(['b.md not-a-file', 'etc not-a-file']);
  });

  test.each([
    ['Upper.md', 'file-name'],
    ['with space.md', 'file-name'],
    ['a..b.md', 'file-name'],
    ['-a.md', 'file-name'],
    ['guides/picture.png', 'file-name'],
    ['guides/sources.yaml', 'file-name'],
    ['source.yaml', 'file-name'],
    ['Guides/a.md', 'file-name'],
  ])('refuses the name %s', async (file, rule) => {
    const problems = await problemsOf({ [file]: guide('') });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(rule);
  });

  test('skips README.md at the top and names that begin with a dot, and nothing else', async () => {
    const result = await compileFiles({ 'README.md': '# x', '.keep': '', 'readme.md': guide('') });
    expect(result.ok && result.value.articles.map(({ id }) => id)).toEqual(['readme']);
    expect(await problemsOf({ 'guides/README.md': '# x' })).toEqual(['guides/README.md:1:1 file-name']);
  });

  test('refuses a file above 200 kB, one that is not UTF-8 and one with a NUL', async () => {
    const problems = await problemsOf({
      'a.md': guide('x'.repeat(200_001)),
      'b.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff]),
      'c.md': guide('\0'),
    });
    expect(problems).toEqual(['a.md:1:1 file-too-large', 'b.md:2:1 not-utf-8', 'c.md:4:1 not-utf-8']);
  });

  test('reads control characters and marks that reorder text as spaces, and says so', async () => {
    expect(await problemsOf({ 'a.md': guide('a\u202eb\u0008') })).toEqual(['a.md:4:2 control-character']);
    const { body } = await articleOf({ 'a.md': guide('a\u202eb') });
    expect(body).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: 'a b' }] }]);
  });

  test('locates the same places whether lines end in LF or CRLF, with or without a byte order mark', async () => {
    const text = guide('\n一[[guides/none]]');
    const plain = await problemsOf({ 'guides/a.md': text });
    expect(plain).toEqual(['guides/a.md:5:2 dangling-link']);
    expect(await problemsOf({ 'guides/a.md': `\ufeff${text.replaceAll('\n', '\r\n')}` })).toEqual(plain);
  });

  test('refuses a code outside the folder of a known channel', async () => {
    const problems = await problemsOf({
      ...SOURCES,
      'codes/wechatt/x.md': code(),
      'codes/ums/a/b.md': code(),
    });
    expect(problems.filter((problem) => problem.includes('code-path'))).toHaveLength(2);
  });
});

describe('the settings', () => {
  test('of frequent codes give falling frequencies, the first 1', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `a${i}`);
    const result = await compileFiles({
      ...Object.fromEntries(names.map((name) => [`${name}.md`, guide('')])),
      'frequent.yaml': names.map((name) => `- ${name}`).join('\n'),
    });
    if (!result.ok) throw new Error('refused');
    const values = result.value.frequentIds.map((id) => result.value.frequency.get(id) ?? -1);
    expect(result.value.frequentIds).toEqual(names);
    expect(values[0]).toBe(1);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.at(-1)).toBe(0.02);
  });

  test('may name only articles that exist', async () => {
    expect(await problemsOf({ 'a.md': guide(''), 'frequent.yaml': '- a\n- b\n' })).toEqual([
      'frequent.yaml:2:3 dangling-frequent',
    ]);
  });

  test.each([
    ['policy.yaml', 'host: [a.b]', 'policy.yaml:1:1 unknown-key'],
    ['policy.yaml', 'hosts: [https://a.b/]', 'policy.yaml:1:9 value-out-of-range'],
    ['policy.yaml', 'phones: [95516]', 'policy.yaml:1:10 not-text'],
    ['policy.yaml', 'phones: [{ number: "95516", nam: x }]', 'policy.yaml:1:29 unknown-key'],
    ['sources.yaml', 'S1: { title: a, link: "http://a.b" }', 'sources.yaml:1:23 link-refused'],
    ['sources.yaml', 'S1: { titel: a }', 'sources.yaml:1:7 unknown-key'],
    ['sources.yaml', '- S1', 'sources.yaml:1:1 wrong-type'],
    ['synonyms.yaml', '- [one]', 'synonyms.yaml:1:3 value-out-of-range'],
    ['glossary.yaml', '- { use: a }', 'glossary.yaml:1:3 missing-key'],
    ['frequent.yaml', 'a: b', 'frequent.yaml:1:1 wrong-type'],
  ])('%s refuses %s', async (file, text, expected) => {
    expect(await problemsOf({ [file]: text })).toContain(expected);
  });

  test('may be empty', async () => {
    const empty = {
      'policy.yaml': '',
      'sources.yaml': '# none\n',
      'frequent.yaml': '',
      'synonyms.yaml': '',
      'glossary.yaml': '',
    };
    expect(await problemsOf({ ...empty, 'a.md': guide('') })).toEqual([]);
  });

  test('give sources their titles and their links where the host is allowed', async () => {
    const files = {
      'policy.yaml': 'hosts: [pay.weixin.qq.com]',
      'sources.yaml': 'S1: { title: 官方文档, kind: official, link: "https://pay.weixin.qq.com/doc" }',
      'codes/wechat/notpay.md': code(),
    };
    const { sources } = await articleOf(files);
    expect(sources).toEqual([{ id: 'S1', title: '官方文档', link: 'https://pay.weixin.qq.com/doc' }]);
  });

  test('ban words anywhere in articles and settings except where such words are listed', async () => {
    const problems = await problemsOf({
      'policy.yaml': 'banned: [ka卡, 套现]',
      'synonyms.yaml': '- [银行卡, ka卡]',
      'glossary.yaml': '- { use: 银行卡, not: [ka卡] }',
      'sources.yaml': 'S1: { title: 套现 }',
      'a.md': guide('用ka卡套现', '养ka卡'),
    });
    expect(problems.filter((problem) => problem.endsWith('banned-word'))).toEqual([
      'a.md:2:9 banned-word',
      'a.md:4:2 banned-word',
      'a.md:4:5 banned-word',
      'sources.yaml:1:14 banned-word',
    ]);
  });
});

describe('a code article', () => {
  test('comes out with everything that its head says', async () => {
    const head = {
      retryReason: '查到没有再刷。',
      customerEnglish: 'One moment, please.',
      aliases: '[超时, 没反应]',
      products: '[zhineng]',
    };
    const related = { related: '[guides/x]' };
    const files = {
      ...SOURCES,
      'codes/unionpay/91.md': code({ ...head, ...related }),
      'guides/x.md': guide('', '网络'),
    };
    expect(await articleOf(files, 'codes/unionpay/91')).toMatchObject({
      kind: 'code',
      channel: 'unionpay',
      codes: ['91'],
      aliases: ['超时', '没反应'],
      verdict: { money: 'uncertain', retry: 'check-first', retryReason: '查到没有再刷。' },
      customer: { english: 'One moment, please.' },
      lines: ['zhineng'],
      agreement: 'agree',
      sources: [{ id: 'S1', title: '应答码表', link: '' }],
      related: [{ id: 'guides/x', title: '网络' }],
      reviewed: '2026-11-20',
      triage: null,
    });
  });

  test('has its first ordered list under 现在怎么做 as steps, wherever it stands in the section', async () => {
    const body = '\n## 现在怎么做\n\n先看屏幕。\n\n1. 一\n2. 二\n\n## 其他\n\n1. 三\n';
    const { body: blocks } = await articleOf({ ...SOURCES, 'codes/ums/3e.md': code({}, body) });
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'steps', 'heading', 'list']);
  });

  test('without a problem has no warning either', async () => {
    expect(await problemsOf({ ...SOURCES, 'codes/ums/3e.md': code({}, STEPS) })).toEqual([]);
  });
});
