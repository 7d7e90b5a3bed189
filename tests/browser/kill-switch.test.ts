// The ways back from a release that must not stay.

import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { OfflineScene } from '../support/offline-scene.ts';

const builds = new TestBuilds();
const folder = mkdtempSync(join(tmpdir(), 'pos-retired-'));
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => {
  builds.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('sw-retire.js in place of sw.js removes worker and cache and keeps IndexedDB', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await scene.install(page);
  // A browser with DevTools lets the former worker go only if nothing is asked of it at that moment.
  await eventually('the check after the install is done', () =>
    page.evaluate(() => localStorage.getItem('offline-deep-check') !== null),
  );
  await page.evaluate(async () => (await caches.open('neighbour')).put('/x', new Response('x')));
  const retired = join(folder, 'dist');
  cpSync(dist, retired, { recursive: true });
  for (const end of ['', '.br', '.gz'])
    copyFileSync(join(dist, `sw-retire.js${end}`), join(retired, `sw.js${end}`));
  // The page would register again at once, so the retired deployment shows a page of its own.
  scene.server.spoil(/^\/(?:\?.*)?$/, (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>retired</title>');
  });
  scene.server.deploy(retired);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await eventually(
    'the page comes from the host',
    async () => (await page.title().catch(() => '')) === 'retired',
  );
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual(['neighbour']);
  expect((await page.evaluate(() => indexedDB.databases())).length).toBeGreaterThan(0);
});

test('reset.html comes from the host, removes worker and cache, and starts afresh', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await scene.install(page);
  scene.server.clearLog();
  await page.goto(`${scene.server.origin}/reset.html`);
  expect(scene.server.log).toContain('/reset.html');
  await page.getByRole('button', { name: '开始重置' }).click();
  await page.waitForURL(`${scene.server.origin}/`);
  await waitForOffline(page, 'ready');
  expect(scene.server.log.filter((url) => url.startsWith('/icons/icon-512')).length).toBeGreaterThan(0);
});
