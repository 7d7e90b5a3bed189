import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../../src/serve/headers.ts';
import { createStaticHandler, listen, portOf } from '../../../src/serve/static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'pos-static-'));
const SCRIPT = 'assets/app-0123456789abcdef.js';
let server: Server;
let root: string;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(folder, SCRIPT), 'let a = 1;');
  writeFileSync(join(folder, `${SCRIPT}.br`), brotliCompressSync('let a = 1;'));
  const started = await listen(createStaticHandler(folder), 0);
  if ('kind' in started) throw new Error(started.kind);
  server = started;
  root = `http://localhost:${portOf(server)}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Paths as they are: `fetch` would tidy them up. */
function rawGet(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; cache: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ port: portOf(server), path, headers, method }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, cache: String(response.headers['cache-control']) });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

test.each(['/', `/${SCRIPT}`, '/missing', '/assets/missing.js'])(
  '%s carries every security header',
  async (path) => {
    const { headers } = await fetch(root + path);
    for (const { name, value } of SECURITY_HEADERS) expect([name, headers.get(name)]).toEqual([name, value]);
  },
);

test('a hashed file is sent in Brotli, as a script, for ever', async () => {
  const { headers } = await fetch(`${root}/${SCRIPT}`, { headers: { 'accept-encoding': 'br' } });
  expect(headers.get('content-encoding')).toBe('br');
  expect(headers.get('content-type')).toContain('javascript');
  expect(headers.get('cache-control')).toContain('immutable');
});

test.each(['/assets/missing.js', '/missing', '/assets/', '/missing/', '/sw.js'])(
  '%s is 404 and not remembered',
  async (path) => {
    const response = await fetch(root + path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
  },
);

test('an unchanged file is not sent again, and says its rules again', async () => {
  const first = await fetch(`${root}/`);
  const etag = first.headers.get('etag') ?? '';
  const second = await rawGet('/', { 'if-none-match': etag, 'accept-encoding': 'br, gzip, deflate' });
  expect(second).toEqual({ status: 304, cache: 'no-cache, no-transform' });
});

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/assets/../../package.json',
  '/%00',
  '/%E0%A4%A',
  '//example.org/',
])('%s leads nowhere', async (path) => {
  expect((await rawGet(path)).status).toBe(404);
});

test.each(['bytes=5-2', 'bytes=-', 'bytes=999999-', 'bytes=x', 'bytes=0-0,1-1'])(
  'the range %s gets the whole file',
  async (range) => {
    expect((await rawGet(`/${SCRIPT}`, { range })).status).toBe(200);
  },
);

test('other methods are refused', async () => {
  expect((await rawGet('/', {}, 'POST')).status).toBe(405);
  expect((await rawGet('/', {}, 'HEAD')).status).toBe(200);
});

test('a taken port is a result and not a crash', async () => {
  const port = portOf(server);
  expect(await listen(createStaticHandler(folder), port)).toEqual({ kind: 'port-taken', port });
});
