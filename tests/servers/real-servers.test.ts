// nginx and Caddy, really started with the configuration that this project prints, and looked at from outside by the
// project's own probe. A fresh machine has neither: then these tests are skipped, and say so. `npm run test:servers`
// requires both (Debian: apt-get install nginx-light caddy).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { precacheListOf, probeSite } from '../../src/command/probe-site.ts';
import {
  CACHE_HASHED,
  CACHE_MISSING,
  CACHE_REVALIDATED,
  CACHE_UNSTORED,
  SECURITY_HEADERS,
} from '../../src/serve/headers.ts';
import { TestBuilds } from '../support/builds.ts';
import { findServer, HOSTS, type Host, HostProcess } from './host-process.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';

const REQUIRED = (process.env.REQUIRE_SERVERS ?? '') !== '';
const builds = new TestBuilds();
let root = '';
let script = '';

beforeAll(async () => {
  root = await builds.current();
  const name = readdirSync(join(root, 'assets')).find((file) => file.endsWith('.js'));
  if (name === undefined) throw new Error('the build has no script');
  script = `/assets/${name}`;
}, 120_000);
afterAll(() => builds.remove());

function securityOf({ headers }: RawAnswer): (string | undefined)[][] {
  return SECURITY_HEADERS.map(({ name }) => [name, String(headers[name.toLowerCase()])]);
}
const EXPECTED_SECURITY = SECURITY_HEADERS.map(({ name, value }) => [name, value]);

for (const host of HOSTS) {
  const binary = findServer(host);
  const title = `${host.name} with the configuration that is printed for it`;
  if (binary !== undefined) describe(title, () => describeHost(host, binary));
  else {
    const reason = `${host.name} is not installed on this machine`;
    if (!REQUIRED) console.warn(`SKIPPED: ${title}: ${reason}; npm run test:servers requires it`);
    test(title, ({ skip }) => {
      if (REQUIRED) throw new Error(reason);
      skip(reason);
    });
  }
}

function describeHost(host: Host, binary: string): void {
  let server: HostProcess;
  beforeAll(async () => {
    server = await HostProcess.start(host, binary, root);
  });
  afterAll(() => server?.stop());

  test('the probe hashes every precached file from outside and finds nothing wrong', async () => {
    const entries = precacheListOf(readFileSync(join(root, 'sw.js'), 'utf8')) ?? [];
    const { lines } = await probeSite(server.origin);
    expect(lines.filter(({ problem }) => problem !== '')).toEqual([]);
    expect(entries.length).toBeGreaterThan(10);
    expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(entries.map(({ url }) => url)));
    console.log(
      `${host.name}: ${entries.length} files hashed, ${lines.length} lines of the probe, none wrong`,
    );
  });

  test('the probe goes red where a missing file is answered with index.html', async () => {
    const spoiled = await HostProcess.start(host, binary, root, (printed) => host.spoil(printed));
    try {
      const wrong = (await probeSite(spoiled.origin)).lines.filter(({ problem }) => problem !== '');
      expect(wrong.map(({ problem }) => problem)).toContainEqual(expect.stringContaining('expected 404'));
    } finally {
      await spoiled.stop();
    }
  });

  test.each([
    '/nope',
    '/nope.js',
    '/assets/nope-0123456789abcdef.js',
    '/assets/',
    '/assets',
    '/icons/',
    '/index.html/nope',
    '/codes/terminal/e3',
  ])('%s is 404, is not remembered, and carries every security header', async (path) => {
    const answer = await rawRequest(server.origin, path);
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, CACHE_MISSING]);
    expect(securityOf(answer)).toEqual(EXPECTED_SECURITY);
    expect(answer.body.toString()).not.toContain('data-bundle');
  });

  test.each(['/', '/index.html', '/sw.js', '/sw-retire.js', '/manifest.webmanifest'])(
    '%s is asked for again each time',
    async (path) => {
      const answer = await rawRequest(server.origin, path);
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, CACHE_REVALIDATED]);
      const again = await rawRequest(server.origin, path, {
        headers: { 'if-none-match': answer.headers.etag ?? '' },
      });
      expect([again.status, again.headers['cache-control']]).toEqual([304, CACHE_REVALIDATED]);
      expect(securityOf(again)).toEqual(EXPECTED_SECURITY);
    },
  );

  test.each(['/reset.html', '/reset.js'])('%s is stored nowhere', async (path) => {
    const answer = await rawRequest(server.origin, path);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, CACHE_UNSTORED]);
    expect(answer.headers['clear-site-data']).toBe(path === '/reset.html' ? '"cache"' : undefined);
    expect(securityOf(answer)).toEqual(EXPECTED_SECURITY);
  });

  test('only what is there is immutable', async () => {
    expect((await rawRequest(server.origin, script)).headers['cache-control']).toBe(CACHE_HASHED);
    const odd = await Promise.all([
      rawRequest(server.origin, `${script}x`),
      rawRequest(server.origin, `${script}/`),
      rawRequest(server.origin, script, { method: 'POST' }),
      rawRequest(server.origin, script, { method: 'DELETE' }),
      rawRequest(server.origin, '/assets/../assets/nope.js'),
      rawRequest(server.origin, '/assets/%00.js'),
      rawRequest(server.origin, '/assets/../../package.json'),
      rawRequest(server.origin, '/assets/..%2f..%2fpackage.json'),
    ]);
    for (const answer of odd) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers['cache-control'] ?? '').not.toMatch(/immutable|max-age/);
      expect(securityOf(answer)).toEqual(EXPECTED_SECURITY);
    }
  });

  test.each(['bytes=0-1', 'bytes=5-2', 'bytes=99999999-', 'bytes=0-0,1-1'])(
    'the range %s gets the whole file',
    async (range) => {
      const { status, body } = await rawRequest(server.origin, script, { headers: { range } });
      expect([status, body.length]).toEqual([200, readFileSync(join(root, script)).length]);
    },
  );

  test('the best precompressed file is sent that server and browser know, and caches are told', async () => {
    const encodings = host.name === 'caddy' ? ['br', 'gzip'] : ['gzip'];
    for (const path of [script, '/index.html', '/sw.js']) {
      for (const encoding of encodings) {
        const { headers, body } = await rawRequest(server.origin, path, {
          headers: { 'accept-encoding': encoding },
        });
        expect([path, headers['content-encoding']]).toEqual([path, encoding]);
        expect(headers.vary).toMatch(/accept-encoding/i);
        const decode = encoding === 'br' ? brotliDecompressSync : gunzipSync;
        expect(decode(body).equals(readFileSync(join(root, path)))).toBe(true);
      }
      const plain = await rawRequest(server.origin, path, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers['content-encoding']).toBeUndefined();
    }
  });

  test('the version of the server is not told', async () => {
    const { headers, body } = await rawRequest(server.origin, '/nope');
    expect(`${headers.server} ${body}`).not.toMatch(/\d+\.\d+/);
  });
}
