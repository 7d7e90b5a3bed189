// An install stores nothing that is not what was built, and comes to its end however often it is interrupted.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { type FaultAction, portalScript, redirectToPortal, reset, status } from '../support/fault-server.ts';
import { cachedUrls, expectSearchAndArticle, OfflineScene } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

/** It comes late, so an install has something to go on from. */
const LATE_FILE = /\/assets\/body-/;

/** Beside those that are core rows of tests/faults. */
const FAULTS: readonly [name: string, fault: FaultAction][] = [
  ['a portal script with the right type', portalScript],
  ['a redirect to a portal', redirectToPortal],
  ['status 404', status(404)],
  ['status 500', status(500)],
  ['a reset connection', reset],
];

test.each(FAULTS)('%s is refused, and the next attempt fetches only what is missing', async (_, fault) => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  scene.server.spoil(LATE_FILE, fault);
  await page.goto(`${scene.server.origin}/`);
  // Asked for by the page once, and by the worker twice: the second time round the HTTP cache.
  await eventually(
    'the worker asks twice',
    () => scene.server.log.filter((url) => LATE_FILE.test(url)).length >= 3,
  );
  await eventually('the install fails', () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined),
  );
  expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('installing');
  const stored = await cachedUrls(page);
  expect(stored.length).toBeGreaterThan(5);
  expect(stored.filter((url) => LATE_FILE.test(url))).toEqual([]);

  scene.server.heal();
  scene.server.clearLog();
  await page.reload();
  await waitForOffline(page, 'ready');
  expect(scene.server.log.filter((url) => url.startsWith('/icons/icon-512'))).toEqual([]);
  await expectSearchAndArticle(await scene.restartOffline());
});

test('a power loss in the middle of an install loses nothing that was stored', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  scene.server.spoil(LATE_FILE, () => undefined);
  await page.goto(`${scene.server.origin}/`);
  await eventually('some files are stored', async () => (await cachedUrls(page)).length >= 8);
  await scene.browser.kill();
  scene.server.heal();
  const next = await scene.browser.start();
  await scene.install(next);
  await expectSearchAndArticle(await scene.restartOffline());
});
