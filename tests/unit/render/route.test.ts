import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS, LINES, parseArticleId } from '../../../src/bundle/article.ts';
import { addressOf, parseRoute, QUERY_LIMIT, type Route } from '../../../src/render/route.ts';

const articleId = fc
  .stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9][a-z0-9._-]{0,8}[a-z0-9]){0,3}$/)
  .map((text) => parseArticleId(text))
  .filter((id) => id !== undefined);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ kind: fc.constant('home' as const), query: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
  fc.record({
    kind: fc.constantFrom('article' as const, 'triage' as const, 'customer' as const),
    id: articleId,
  }),
  fc.record({
    kind: fc.constant('browse' as const),
    list: fc.constantFrom(...CHANNELS, ...LINES, 'codes' as const),
  }),
  fc.constant({ kind: 'status' as const }),
);

describe('route', () => {
  test('every route survives its address', () => {
    fc.assert(
      fc.property(route, (original) => {
        expect(parseRoute(addressOf(original))).toEqual(original);
      }),
    );
  });

  test.each([
    ['', 'home'],
    ['#', 'home'],
    ['#/', 'home'],
    ['#/codes/terminal/e3', 'article'],
    ['#/codes/alipay/acq.system_error', 'article'],
    ['#/codes/terminal/e3?triage', 'triage'],
    ['#/../etc/passwd', 'home'],
    ['#/javascript:alert(1)', 'home'],
    ['#/%2e%2e/x', 'home'],
    ['#/?browse=constructor', 'home'],
    [`#/${'a'.repeat(5000)}`, 'home'],
  ])('%s is %s', (hash, kind) => {
    expect(parseRoute(hash).kind).toBe(kind);
  });

  test('any text at all is some route, and a query is cut to its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (hash) => {
        const parsed = parseRoute(hash);
        if (parsed.kind === 'home') expect(parsed.query.length).toBeLessThanOrEqual(QUERY_LIMIT);
        expect(typeof addressOf(parsed)).toBe('string');
      }),
    );
  });

  test('a query with half of a surrogate pair has an address', () => {
    expect(addressOf({ kind: 'home', query: 'e3\ud83d' })).toBe('#/?q=e3%EF%BF%BD');
  });
});
