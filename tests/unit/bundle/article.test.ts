import { describe, expect, test } from 'vitest';
import { parseArticleId } from '../../../src/bundle/article.ts';

describe('an article id', () => {
  test.each([
    'codes/terminal/e3',
    'codes/alipay/acq.system_error',
    'codes/unionpay/69-74',
    'a',
    '1/2/3/4/5/6/7/8',
  ])('may be %s', (id) => expect(parseArticleId(id)).toBe(id));

  test.each([
    '',
    '/',
    'a/',
    '/a',
    'a//b',
    '..',
    'a/../b',
    'a..b',
    '.a',
    'a.',
    '-a',
    'A',
    'a b',
    'a%2fb',
    'a\\b',
    'a?b',
    'a#b',
    '码',
    'ａ',
    'a\n',
    '1/2/3/4/5/6/7/8/9',
    'a'.repeat(121),
  ])('cannot be %j', (id) => expect(parseArticleId(id)).toBeUndefined());

  test('is judged in linear time', () => {
    // Any more work than that would not end within the time limit of a test.
    expect(parseArticleId(`${'a.'.repeat(59)}!`)).toBeUndefined();
    expect(parseArticleId('a/'.repeat(1_000_000))).toBeUndefined();
  });
});
