import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeNavigation } from '../../../sw/navigation.ts';

const SCOPE = 'https://pos.example/shop/';
const kindOf = (href: string): string => routeNavigation(href, SCOPE).kind;

test.each(['', 'index.html', '?utm_source=x', '#/codes/terminal/e3', '?source=pwa#/x'])(
  '"%s" opens the shell',
  (path) => {
    expect(kindOf(SCOPE + path)).toBe('shell');
  },
);

test.each(['codes/terminal/e3', 'old.html', 'a/b/', 'manifest.webmanifest'])(
  '%s leads to the root',
  (path) => {
    expect(kindOf(SCOPE + path)).toBe('to-root');
  },
);

test.each(['reset.html', 'reset.html?x', 'assets/app-0.js'])('%s comes from the host', (path) => {
  expect(kindOf(SCOPE + path)).toBe('not-ours');
});

test('addresses of other sites and other folders are left alone', () => {
  expect(kindOf('https://pos.example/')).toBe('not-ours');
  expect(kindOf('https://pos.example/shopping')).toBe('not-ours');
  expect(kindOf('https://elsewhere.example/shop/')).toBe('not-ours');
});

test('any path below the scope is answered in some way, and none outside of it', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (href) => {
      expect(kindOf(href)).toBe('not-ours');
      const { pathname } = new URL(href);
      expect(['shell', 'to-root', 'not-ours']).toContain(kindOf(`https://pos.example/shop${pathname}`));
    }),
  );
});
