import { describe, expect, test } from 'vitest';
import { articleOf, code, guide, lineOf, problemsOf, SOURCES } from './compile-files.ts';

/** Problems of one code article, without the file name. */
async function problemsOfCode(head: Record<string, string>, today?: string): Promise<string[]> {
  const problems = await problemsOf({ ...SOURCES, 'codes/unionpay/91.md': code(head) }, today);
  return problems.map((problem) => problem.replace('codes/unionpay/91.md:', ''));
}

/** `line:column rule` at the value of a key. */
function at(key: string, rule: string, head: Record<string, string>): string {
  return `${lineOf(code(head), `${key}:`)}:${key.length + 3} ${rule}`;
}

describe('front matter', () => {
  test.each([
    ['titel', '2:1', 'title'],
    ['sumary', '2:1', 'summary'],
    ['moneyreason', '2:1', 'moneyReason'],
  ])('refuses the unknown key %s by name', async (key) => {
    const problems = await problemsOfCode({ [key]: 'x' });
    expect(problems).toEqual([`${lineOf(code({ [key]: 'x' }), `${key}:`)}:1 unknown-key`]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('refuses the key %s', async (key) => {
    const text = `---\ntitle: x\n${key}: { title: y }\n---\n`;
    expect(await problemsOf({ 'a.md': text })).toEqual(['a.md:3:1 unknown-key']);
  });

  test.each([
    'title',
    'code',
    'summary',
    'money',
    'moneyReason',
    'retry',
    'customer',
    'agreement',
    'sources',
    'reviewed',
    'expires',
  ])('of a code without %s is refused', async (key) => {
    expect(await problemsOfCode({ [key]: '' })).toEqual(['2:1 missing-key']);
  });

  test('of a guide needs only a title', async () => {
    expect(await problemsOf({ 'a.md': guide('') })).toEqual([]);
    expect(await problemsOf({ 'a.md': '---\nsummary: x\n---\n' })).toEqual(['a.md:2:1 missing-key']);
  });

  test.each([
    ['money', 'not_charged', 'unknown-value'],
    ['money', '', 'missing-key'],
    ['money', '~', 'unknown-value'],
    ['retry', 'maybe', 'unknown-value'],
    ['agreement', 'agreed', 'unknown-value'],
    ['products', '[zhinen]', 'unknown-value'],
    ['products', 'zhineng', 'wrong-type'],
    ['title', '""', 'value-out-of-range'],
    ['title', '404', 'not-text'],
    ['title', 'true', 'not-text'],
    ['title', '[a]', 'wrong-type'],
    ['code', '05', 'not-text'],
    ['code', '1E3', 'not-text'],
    ['code', '[91, "92"]', 'not-text'],
    ['code', '[]', 'value-out-of-range'],
    ['sources', '[]', 'value-out-of-range'],
    ['sources', '[S9]', 'unknown-source'],
    ['reviewed', '2026-02-30', 'not-a-date'],
    ['reviewed', '2026-2-3', 'not-a-date'],
    ['reviewed', '20261120', 'not-text'],
    ['expires', '2026-11-19', 'expires-before-review'],
    ['expires', '2026-11-21', 'expired'],
    ['expires', '2026-12-22', 'expires-soon'],
    ['retry', 'yes', 'retry-while-uncertain'],
    ['related', '[codes/unionpay/91]', 'related-to-itself'],
    ['related', '[codes/unionpay/92]', 'dangling-related'],
    ['related', '["../x"]', 'dangling-related'],
    ['customer', '这张卡已挂失。', 'customer-reveals'],
    ['customerEnglish', 'This card was stolen.', 'customer-reveals'],
    ['customer', '您的卡余额不足。', 'customer-reveals-balance'],
    ['aliases', '[a, b, a]', 'listed-twice'],
  ])('with %s: %s is %s', async (key, value, rule) => {
    const problems = await problemsOfCode({ [key]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(` ${rule}`);
    if (rule !== 'missing-key')
      expect(problems[0]).toMatch(new RegExp(`^${lineOf(code({ [key]: value }), `${key}:`)}:`));
  });

  test('points at the entry of a list and not at its key', async () => {
    expect(await problemsOfCode({ sources: '[S1, S9]' })).toEqual([
      at('sources', 'unknown-source', { sources: '[S1, S9]' }).replace(':10 ', ':15 '),
    ]);
  });

  test('has a day of grace: an article is valid on the day it expires, and warned about a month before', async () => {
    const head = { expires: '2026-12-24' };
    expect(await problemsOfCode(head, '2026-11-22')).toEqual([]);
    expect(await problemsOfCode(head, '2026-11-23')).toEqual([at('expires', 'expires-soon', head)]);
    expect(await problemsOfCode(head, '2026-12-24')).toEqual([at('expires', 'expires-soon', head)]);
    expect(await problemsOfCode(head, '2026-12-25')).toEqual([at('expires', 'expired', head)]);
  });

  test('may say that the card was not taken in, and that a result was not received', async () => {
    expect(await problemsOfCode({ customer: '机器没收到结果,请稍等。' })).toEqual([]);
  });

  test('has spaces for what escapes bring in unseen', async () => {
    const article = await articleOf({ 'a.md': '---\ntitle: "a\\u202eb\\x00c\\uD800"\n---\n' });
    expect(article.title).toBe('a b c\ufffd');
  });

  test('of a guide may hold a verdict, but not half of one', async () => {
    const verdict = (keys: string) => ({ 'a.md': `---\ntitle: x\n${keys}\n---\n` });
    expect((await articleOf(verdict('money: charged\nretry: no'))).verdict?.money).toBe('charged');
    expect(await problemsOf(verdict('money: charged'))).toEqual(['a.md:3:1 verdict-incomplete']);
  });

  test.each([
    ['no head at all', 'text', 'a.md:1:1 front-matter-missing'],
    ['an open head', '---\ntitle: x\n', 'a.md:1:1 front-matter-missing'],
    ['an empty file', '', 'a.md:1:1 front-matter-missing'],
    ['an empty head', '---\n---\n', 'a.md:2:1 front-matter-shape'],
    ['a list as head', '---\n- title\n---\n', 'a.md:2:1 front-matter-shape'],
    ['text as head', '---\ntitle\n---\n', 'a.md:2:1 front-matter-shape'],
    ['an alias', '---\ntitle: &a x\nsummary: *a\n---\n', 'a.md:2:11 yaml-alias'],
    ['a merge key', '---\ntitle: x\n<<: { summary: y }\n---\n', 'a.md:3:1 yaml-merge-key'],
    ['a tag', '---\ntitle: !!str x\n---\n', 'a.md:2:14 yaml-tag'],
    ['a key twice', '---\ntitle: x\ntitle: y\n---\n', 'a.md:3:1 duplicate-key'],
    ['a key that is a number', '---\ntitle: x\n1: y\n---\n', 'a.md:3:1 yaml-key'],
    ['an open quote', '---\ntitle: "x\n---\n', 'a.md:3:1 yaml-syntax'],
    ['a colon in plain text', '---\ntitle: a: b\n---\n', 'a.md:2:8 yaml-syntax'],
  ])('is refused where there is %s', async (_, text, expected) => {
    expect(await problemsOf({ 'a.md': text })).toContain(expected);
  });
});
