import { describe, expect, test } from 'vitest';
import { articleIdOf, newCodeArticle } from '../../../src/compile/new-article.ts';
import { problemsOf } from './compile-files.ts';

describe('a new article', () => {
  test.each([
    ['E3', 'codes/terminal/e3'],
    ['Ｅ３', 'codes/terminal/e3'],
    ['E 3', 'codes/terminal/e-3'],
    ['ACQ.SYSTEM_ERROR', 'codes/terminal/acq.system_error'],
    ['../../etc/passwd', 'codes/terminal/etc-passwd'],
    ['通讯超时', undefined],
    ['a..b', undefined],
  ])('for %s has the id %s', (code, id) => {
    expect(articleIdOf('terminal', code)).toBe(id);
  });

  test('is told key by key what it lacks', async () => {
    const text = newCodeArticle('E"3', '2026-11-22', '2027-11-22');
    const problems = await problemsOf({ 'codes/terminal/e3.md': text });
    const lines = problems.map(
      (problem) => text.split('\n')[Number(problem.split(':')[1]) - 1]?.split(':')[0],
    );
    expect(new Set(lines)).toEqual(
      new Set([
        'title',
        'summary',
        'money',
        'moneyReason',
        'retry',
        'customer',
        'customerEnglish',
        'agreement',
        'sources',
      ]),
    );
  });
});
