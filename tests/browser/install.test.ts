// An install stores nothing that is not what was built, and comes to its end however often it is interrupted.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import {
  type FaultAction,
  portalPage,
  portalScript,
  redirectToPortal,
  reset,
  status,
  truncate,
} from '../support/fault-server.ts';
import { expectSearchAndArticle, OfflineScene } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

/** The last articles come late, so an install has something to go on from. */
const LATE_FILE = /\/assets\/body-/;

const FAULTS: readonly [name: string, fault: FaultAction][] = [
  ['a portal page with status 200', portalPage],
  ['a portal script with the right type', portalScript],
  ['a redirect to a portal', redirectToPortal],
  ['status 404', status(404)],
  ['status 500', status(500)],
  ['a reset connection', reset],
  ['a body cut in half', truncate],
];

test.each(FAULTS)('%s is refused, and the next attempt fetches only what is missing', async (_, fault) => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  scene.server.spoil(LATE_FILE, fault);
  await page.goto(`${scene.server.origin}/`);
  await waitForRedundant(page);
  expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('installing');
  expect(await cachedBodies(page)).toEqual([]);

  scene.server.heal();
  scene.server.clearLog();
  await page.reload();
  await waitForOffline(page, 'ready');
  const again = scene.server.log.filter((url) => url.startsWith('/assets/articles-'));
  // The page itself reads each article file once; the worker none of them a second time.
  expect(again.length).toBe(new Set(again).size);
  await expectSearchAndArticle(await scene.restartOffline());
});

test('a power loss in the middle of an install loses nothing that was stored', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  scene.server.spoil(LATE_FILE, () => undefined);
  await page.goto(`${scene.server.origin}/`);
  await page.waitForFunction(async () => {
    let count = 0;
    for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length;
    return count >= 8;
  });
  await scene.browser.kill();
  scene.server.heal();
  const next = await scene.browser.start();
  await scene.install(next);
  await expectSearchAndArticle(await scene.restartOffline());
});

/** The worker is gone and the page knows. */
async function waitForRedundant(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (
      registration === undefined ||
      (!registration.installing && !registration.active && !registration.waiting)
    );
  });
}

function cachedBodies(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
    }
    return urls.filter((url) => url.includes('/assets/body-'));
  });
}
