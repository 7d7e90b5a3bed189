// The probe against the start script with one thing wrong at a time. Against nginx and Caddy: real-servers.test.ts.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProbeLine, probeSite } from '../../src/command/probe-site.ts';
import { TestBuilds } from '../support/builds.ts';
import { altered, FaultServer, status } from '../support/fault-server.ts';

const builds = new TestBuilds();
let server: FaultServer;

beforeAll(async () => {
  server = new FaultServer(await builds.current());
  await server.start();
}, 120_000);
afterAll(async () => {
  await server?.stop();
  builds.remove();
});

async function problems(): Promise<readonly ProbeLine[]> {
  return (await probeSite(server.origin)).lines.filter(({ problem }) => problem !== '');
}

test('finds nothing wrong where nothing is', async () => expect(await problems()).toEqual([]));

test.each([
  [
    'a worker cut short after its list',
    /^\/sw\.js/,
    altered((body) => body.subarray(0, -100)),
    'sw.js',
    'not the whole script',
  ],
  [
    'a worker cut short in its list',
    /^\/sw\.js/,
    altered((body) => body.subarray(0, body.indexOf('[{"url":') + 500)),
    'sw.js',
    'no list of files',
  ],
  ['one bit changed', /^\/assets\/.*\.css/, altered(flipFirst), '.css', 'other bytes than built'],
  ['a file that is not there', /^\/assets\/.*\.css/, status(404), '.css', 'HTTP 404'],
  ['a header that a proxy takes away', /^\/$/, altered(withoutPolicy), '/', 'Content-Security-Policy'],
])('says what is wrong: %s', async (_, path, fault, what, problem) => {
  server.spoil(path, fault);
  const found = await problems();
  server.heal();
  expect(found).toHaveLength(1);
  expect(found[0]?.what).toContain(what);
  expect(found[0]?.problem).toContain(problem);
});

function flipFirst(body: Buffer): Buffer {
  body[0] = (body[0] ?? 0) ^ 1;
  return body;
}

function withoutPolicy(body: Buffer, response: { removeHeader: (name: string) => void }): Buffer {
  response.removeHeader('Content-Security-Policy');
  return body;
}
