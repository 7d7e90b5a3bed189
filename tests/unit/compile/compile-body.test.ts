import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/bundle/article.ts';
import { articleOf, guide, problemsOf } from './compile-files.ts';

const POLICY = { 'policy.yaml': 'hosts: [open.unionpay.com]\nphones: ["95516", "+86-21-95516"]' };

async function bodyOf(markdown: string): Promise<readonly Block[]> {
  return (
    await articleOf({ ...POLICY, 'guides/a.md': guide(markdown), 'guides/b.md': guide('', '别的文章') })
  ).body;
}

/** The content of the first paragraph. */
async function inlineOf(markdown: string): Promise<readonly Inline[] | undefined> {
  const [first] = await bodyOf(markdown);
  return first?.kind === 'paragraph' ? first.content : undefined;
}

async function rulesOf(markdown: string): Promise<string[]> {
  const problems = await problemsOf({ ...POLICY, 'guides/a.md': guide(markdown), 'guides/b.md': guide('') });
  return problems.map((problem) => problem.replace('guides/a.md:', ''));
}

const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('text within a paragraph', () => {
  test.each([
    ['先别再刷,\n查末笔。', '先别再刷,查末笔。'],
    ['check\nfirst', 'check first'],
    ['看 POS\n屏幕', '看 POS屏幕'],
    ['完成\nOK', '完成OK'],
    ['a\\*b', 'a*b'],
    ['&amp;&#20320;', '&你'],
    ['a < b, List<String>, x<y>z', 'a < b, List<String>, x<y>z'],
    ['\\<b>', '<b>'],
    ['[[1, 2]]', '[[1, 2]]'],
    ['~~a~~', '~~a~~'],
    ['https://example.com', 'https://example.com'],
  ])('%j reads %j', async (markdown, expected) => {
    expect(await inlineOf(markdown)).toEqual([text(expected)]);
  });

  test('keeps emphasis beside Chinese punctuation', async () => {
    expect(await inlineOf('先**别再刷。**再查')).toEqual([
      text('先'),
      { kind: 'strong', content: [text('别再刷。')] },
      text('再查'),
    ]);
  });

  test('joins lines without a space across emphasis and links', async () => {
    expect(await inlineOf('先\n**查**\n[[guides/b]]\n再刷')).toEqual([
      text('先'),
      { kind: 'strong', content: [text('查')] },
      { kind: 'article-link', id: 'guides/b', content: [text('别的文章')] },
      text('再刷'),
    ]);
  });

  test('has code, emphasis and hard breaks as nodes', async () => {
    expect(await inlineOf('`E3` *a*  \nb')).toEqual([
      { kind: 'code', text: 'E3' },
      text(' '),
      { kind: 'emphasis', content: [text('a')] },
      { kind: 'break' },
      text('b'),
    ]);
  });
});

describe('links', () => {
  test('to articles show the title of the target, or their own words', async () => {
    const link = (words: string): Inline => ({
      kind: 'article-link',
      id: 'guides/b' as never,
      content: [text(words)],
    });
    expect(await inlineOf('[[guides/b]]')).toEqual([link('别的文章')]);
    expect(await inlineOf('[[guides/b|怎么办]]')).toEqual([link('怎么办')]);
  });

  test('to hosts on the list and reviewed numbers are kept', async () => {
    expect(await inlineOf('[规范](https://open.unionpay.com/a?b=1)')).toEqual([
      { kind: 'external-link', href: 'https://open.unionpay.com/a?b=1', content: [text('规范')] },
    ]);
    expect(await inlineOf('[95516](tel:95516)')).toEqual([
      { kind: 'phone-link', number: '95516', content: [text('95516')] },
    ]);
  });

  test.each([
    '//evil.com',
    '///evil.com',
    '\\\\\\\\evil.com',
    'https:evil.com',
    'https:/evil.com',
    'https://evil.com',
    'https://open.unionpay.com.evil.com/',
    'https://open.unionpay.com@evil.com/',
    'https://a:b@open.unionpay.com/',
    'https://open.unionpay.com:8443/',
    'https://evil.com\\@open.unionpay.com',
    'http://open.unionpay.com/',
    'HTTPS://open.unionpay.com/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#9;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#x6A;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
    'intent://x#Intent;end',
    'weixin://dl',
    'alipays://platformapi',
    'market://x',
    'sms:10086',
    'mailto:a@b.c',
    'tel:10086',
    'tel:95516,1',
    'blob:https://open.unionpay.com/x',
    'filesystem:x',
    'view-source:https://open.unionpay.com',
    'about:blank',
    'ftp://open.unionpay.com',
    'file:///etc/passwd',
    '#s-x',
    '/guides/b',
    '../b.md',
    'b.md',
    '?x',
  ])('to %s are refused', async (href) => {
    const rules = await rulesOf(`看[这里](${href})`);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatch(/^4:\d+ link-refused$/);
  });

  test('are judged in references and between angle brackets, too', async () => {
    expect(await rulesOf('[x][r]\n\n[r]: //evil.com')).toEqual(['6:6 link-refused']);
    expect(await rulesOf('<https://evil.com/>')).toEqual(['4:2 link-refused']);
    expect(await rulesOf('<javascript:alert(1)>')).toEqual(['4:2 link-refused']);
  });

  test('may not show another address or number than they lead to', async () => {
    expect(await rulesOf('[95588](tel:95516)')).toEqual(['4:9 link-misleads']);
    expect(await rulesOf('[https://www.icbc.com.cn/](https://open.unionpay.com/)')).toEqual([
      '4:28 link-misleads',
    ]);
    expect(await rulesOf('[open.unionpay.com/x](https://open.unionpay.com/)')).toEqual([]);
  });

  test.each([
    ['[[guides/bb]]', '4:1 dangling-link'],
    ['见 [[codes/x]] 和 [[codes/x]]', '4:3 dangling-link'],
    ['[[../b]]', '4:1 dangling-link'],
    ['[[guides/a]]', '4:1 link-to-itself'],
    ['[[guides/b', '4:1 link-not-closed'],
    ['| a |\n|-|\n| [[guides/b|x]] |', '6:3 link-not-closed'],
  ])('%j is %s', async (markdown, expected) => {
    expect((await rulesOf(markdown))[0]).toBe(expected);
  });

  test('of two equal faults in one paragraph both are located', async () => {
    expect(await rulesOf('见[[codes/x]]和[[codes/x]]')).toEqual(['4:2 dangling-link', '4:14 dangling-link']);
  });
});

describe('what Markdown can do and content may not', () => {
  test.each([
    ['<script>alert(1)</script>', '4:1 raw-html'],
    ['a <img src=x onerror=y> b', '4:3 raw-html'],
    ['<!-- later -->', '4:1 raw-html'],
    ['<DIV>', '4:1 raw-html'],
    ['- x\n- ![y](z.png)', '5:3 image'],
  ])('%j is %s', async (markdown, expected) => {
    expect((await rulesOf(markdown))[0]).toBe(expected);
  });

  test('is a warning in folders of plain Markdown from elsewhere, which must compile', async () => {
    const article = await articleOf({ 'notes/a.md': guide('<b>x</b> ![图](y.png) [z](#n) [[Prototype]]') });
    expect(article.body).toEqual([{ kind: 'paragraph', content: [text('<b>x</b> 图 z Prototype')] }]);
  });
});

describe('blocks', () => {
  test('of every kind become nodes', async () => {
    const markdown =
      '# 一\n\n##### 二\n\n> 引\n\n- 列\n\n3. 序\n\n```js\nlet x\n```\n\n    y\n\n---\n\n| a | b |\n|:-:|--|\n| c |\n';
    expect(await bodyOf(markdown)).toEqual([
      { kind: 'heading', level: 2, text: '一', slug: 's-一' },
      { kind: 'heading', level: 4, text: '二', slug: 's-二' },
      { kind: 'quote', content: [{ kind: 'paragraph', content: [text('引')] }] },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', content: [text('列')] }]] },
      { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', content: [text('序')] }]] },
      { kind: 'code', text: 'let x' },
      { kind: 'code', text: 'y' },
      { kind: 'rule' },
      { kind: 'table', head: [[text('a')], [text('b')]], rows: [[[text('c')], []]] },
    ]);
  });

  test('of equal headings have different slugs, and no slug can be the name of a global', async () => {
    const blocks = await bodyOf('## a b\n\n## A-B!\n\n## a b 2\n\n## !!\n\n## constructor');
    expect(blocks.map((block) => block.kind === 'heading' && block.slug)).toEqual([
      's-a-b',
      's-a-b-2',
      's-a-b-2-2',
      's-',
      's-constructor',
    ]);
  });

  test('drop a first heading that repeats the title', async () => {
    expect(await bodyOf('# 标题\n\nx')).toEqual([{ kind: 'paragraph', content: [text('x')] }]);
  });
});

describe('device blocks', () => {
  test('hold the text for one line of terminals', async () => {
    expect(await bodyOf('前\n::: 电签\n中\n:::\n后')).toEqual([
      { kind: 'paragraph', content: [text('前')] },
      { kind: 'device', line: 'dianqian', content: [{ kind: 'paragraph', content: [text('中')] }] },
      { kind: 'paragraph', content: [text('后')] },
    ]);
  });

  test('may stand in a list', async () => {
    const [list] = await bodyOf('1. 一\n\n   ::: 智能\n   中\n   :::\n\n2. 二');
    expect(list?.kind === 'list' && list.items.map((item) => item.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'device'],
      ['paragraph'],
    ]);
  });

  test.each([
    ['::: 电签\nx', '4:1 device-unclosed'],
    ['x\n\n:::', '6:1 device-stray'],
    ['::: 电签\n::: 智能\nx\n:::\n:::', '5:1 device-nested'],
    ['::: 手机\nx\n:::', '4:1 device-unknown'],
    ['::: zhineng\nx\n:::', '4:1 device-unknown'],
    ['- a\n\n  ::: 电签\n  x\n\ny\n\n:::', '6:3 device-unclosed'],
    ['x\n：：： 电签\ny\n：：：', '5:1 device-wide'],
    ['1. 一\n\n   ：：： 智能\n   中\n   ：：：', '6:4 device-wide'],
  ])('%j is %s', async (markdown, expected) => {
    expect((await rulesOf(markdown))[0]).toBe(expected);
  });

  test('are not looked for in code', async () => {
    expect(await bodyOf('```\n::: x\n```')).toEqual([{ kind: 'code', text: '::: x' }]);
  });
});
