import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, test } from 'vitest';
import { caddyConfig } from '../../../src/serve/caddy-config.ts';
import { cacheControl, headersDigest, SECURITY_HEADERS } from '../../../src/serve/headers.ts';
import { headersFile } from '../../../src/serve/headers-file.ts';
import { nginxConfig } from '../../../src/serve/nginx-config.ts';

const headerOf = (name: string): string =>
  SECURITY_HEADERS.find((header) => header.name === name)?.value ?? '';

test('the evaluator of policies has one reservation, about hosts that serve what users upload', () => {
  const { csp } = new CspParser(headerOf('Content-Security-Policy'));
  const findings = new CspEvaluator(csp).evaluate();
  expect(findings.map(({ directive, value }) => `${directive} ${value}`)).toEqual(["script-src 'self'"]);
});

test('the policy allows nothing by default and nothing inline', () => {
  const policy = headerOf('Content-Security-Policy');
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:|http/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types app");
});

test('the score of the HTTP observatory, counted by its own rules, is above what A+ needs', () => {
  const policy = headerOf('Content-Security-Policy');
  const points = [
    policy.startsWith("default-src 'none'") && !policy.includes('unsafe') ? 10 : -25,
    policy.includes("frame-ancestors 'none'") ? 5 : -20,
    headerOf('Referrer-Policy') === 'no-referrer' ? 5 : 0,
    headerOf('Cross-Origin-Resource-Policy') === 'same-origin' ? 10 : 0,
    headerOf('Cross-Origin-Embedder-Policy') === 'require-corp' ? 10 : 0,
    Number(/max-age=(\d+)/.exec(headerOf('Strict-Transport-Security'))?.[1] ?? 0) >= 15_768_000 ? 0 : -20,
    headerOf('X-Content-Type-Options') === 'nosniff' ? 0 : -5,
    // Integrity on every script: the build writes it, its tests look at it.
    5,
  ];
  expect(points.reduce((sum, value) => sum + value, 100)).toBeGreaterThanOrEqual(140);
});

test('a missing file is never remembered, a hashed one always, everything else asked for again', () => {
  expect(cacheControl('/assets/app-0123456789abcdef.js', true)).toContain('immutable');
  expect(cacheControl('/assets/app-0123456789abcdef.js', false)).toBe('no-store');
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/icons/icon.svg']) {
    expect(cacheControl(path, true)).toBe('no-cache, no-transform');
  }
});

test('the digest is the same for the same rules', () => {
  expect(headersDigest()).toMatch(/^[0-9a-f]{16}$/);
  expect(headersDigest()).toBe(headersDigest());
});

test.each([
  ['nginx', nginxConfig({ root: '/srv/x', listen: '80' })],
  ['Caddy', caddyConfig({ root: '/srv/x', listen: ':80' })],
  ['_headers', headersFile()],
])('%s is told every security header, and nothing about a fallback to index.html', (host, text) => {
  for (const { name, value } of SECURITY_HEADERS)
    expect(text).toContain(host === '_headers' ? `${name}: ${value}` : value);
  expect(text).toContain('immutable');
  expect(text).not.toMatch(/index\.html\s+200|try_files[^;]*\/index\.html;/);
});

test('nginx repeats the security headers in every location, because it does not inherit them', () => {
  const locations = nginxConfig({ root: '/srv/x', listen: '80' })
    .split(/\n {2}location /)
    .slice(1);
  expect(locations.length).toBeGreaterThan(3);
  for (const location of locations)
    expect(location.match(/ always;/g)?.length).toBeGreaterThanOrEqual(SECURITY_HEADERS.length);
});
