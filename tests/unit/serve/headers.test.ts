import { expect, test } from 'vitest';
import { caddyConfig } from '../../../src/serve/caddy-config.ts';
import { cacheControl, headersDigest, SECURITY_HEADERS } from '../../../src/serve/headers.ts';
import { headersFile } from '../../../src/serve/headers-file.ts';
import { nginxConfig } from '../../../src/serve/nginx-config.ts';

const headerOf = (name: string): string =>
  SECURITY_HEADERS.find((header) => header.name === name)?.value ?? '';

test('the policy allows nothing by default and nothing inline', () => {
  const policy = headerOf('Content-Security-Policy');
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:|http/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types app");
});

test('a missing file is never remembered, a hashed one always, everything else asked for again', () => {
  expect(cacheControl('/assets/app-0123456789abcdef.js', true)).toContain('immutable');
  expect(cacheControl('/assets/app-0123456789abcdef.js', false)).toBe('no-store');
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/icons/icon.svg']) {
    expect(cacheControl(path, true)).toBe('no-cache, no-transform');
  }
});

test('the way out is stored nowhere: what a proxy has spoiled once would stay spoiled', () => {
  for (const path of ['/reset.html', '/reset.js'])
    expect(cacheControl(path, true)).toBe('no-store, no-transform');
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

test('nginx says them for the server as well: a request may be refused before there is a location', () => {
  const [server = ''] = nginxConfig({ root: '/srv/x', listen: '80' }).split(/\n {2}location /);
  expect(server.match(/ always;/g)?.length).toBe(SECURITY_HEADERS.length);
});

test('Caddy says them twice, because an error begins with a clean response', () => {
  const [files = '', errors = ''] = caddyConfig({ root: '/srv/x', listen: ':80' }).split('handle_errors');
  for (const { name, value } of SECURITY_HEADERS) {
    expect(files).toContain(`${name} "${value}"`);
    expect(errors).toContain(`${name} "${value}"`);
  }
});

test('Caddy is given matchers by name: a pattern without one would be taken for the name of a header', () => {
  expect(caddyConfig({ root: '/srv/x', listen: ':80' })).not.toMatch(/^\s*header \*\./m);
});

test.each([
  ['nginx', nginxConfig({ root: '/srv/x', listen: '80' }), 'max_ranges 0;'],
  ['Caddy', caddyConfig({ root: '/srv/x', listen: ':80' }), 'request_header -Range'],
])('%s sends whole files only', (_, text, words) => {
  expect(text).toContain(words);
});
