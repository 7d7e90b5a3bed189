// What disks, cleaners and browsers do to stored files, and the way back from each, beside the core rows of tests/faults.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleId, eventually, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import {
  damageInCache,
  deleteFromCache,
  expectSearchAndArticle,
  OfflineScene,
} from '../support/offline-scene.ts';

const builds = new TestBuilds();
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

async function installed(): Promise<Page> {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await scene.install(page);
  return page;
}

test('an icon deleted from the cache is found at the next launch and repaired', async () => {
  const page = await installed();
  expect(await deleteFromCache(page, '/icons/')).toBeGreaterThan(0);
  await page.reload();
  await waitForOffline(page, 'ready');
  await expectSearchAndArticle(await scene.restartOffline());
});

test('without a network a missing file is told, and repaired when the network is back', async () => {
  const page = await installed();
  expect(await deleteFromCache(page, '/assets/body-')).toBeGreaterThan(0);
  const cold = await scene.restartOffline();
  await waitForOffline(cold, 'incomplete');
  await expectSearchAndArticle(cold);

  await scene.server.start();
  await cold.reload();
  await waitForOffline(cold, 'ready');
});

test('wrong bytes in the cache are found by 检查并修复 and replaced', async () => {
  const page = await installed();
  expect(await damageInCache(page, '/assets/body-')).toBeGreaterThan(0);
  await page.goto(`${scene.server.origin}/#/?status`);
  await page.getByRole('button', { name: '检查并修复' }).click();
  await eventually('no damaged file is left', async () => (await countDamaged(page)) === 0);
  await waitForOffline(page, 'ready');
});

test('an index with wrong bytes is never used: offline the safe procedure, online whole again', async () => {
  const page = await installed();
  expect(await damageInCache(page, '/assets/lookup-')).toBeGreaterThan(0);
  const cold = await scene.restartOffline();
  await cold.getByText('先别再刷').first().waitFor({ timeout: 8000 });

  await scene.server.start();
  await cold.reload();
  await waitForOffline(cold, 'ready');
  expect(await countDamaged(cold)).toBe(0);
  await expectSearchAndArticle(cold);
});

test('an article whose screen is missing gives way to the safe procedure, and the search still answers', async () => {
  const page = await installed();
  expect(await deleteFromCache(page, '/assets/counter-')).toBeGreaterThan(0);
  const cold = await scene.restartOffline('/#/codes/terminal/e3');
  await cold.getByText('先别再刷，也别让顾客再付').waitFor({ timeout: 8000 });

  await scene.server.start();
  await cold.reload();
  await cold.locator('[data-money="uncertain"]').first().waitFor();
  await waitForOffline(cold, 'ready');
});

test('with all caches gone an offline start shows the safe procedure, and 修复 brings everything back', async () => {
  const page = await installed();
  const id = await bundleId(page);
  expect(await deleteFromCache(page, '')).toBeGreaterThan(0);
  const cold = await scene.restartOffline();
  expect(await cold.innerText('h1')).toContain('收款出错');
  expect(await cold.innerText('body')).toContain('先别再刷');

  await scene.server.start();
  await cold.getByRole('link', { name: '修复', exact: true }).click();
  await waitForOffline(cold, 'ready');
  expect(await bundleId(cold)).toBe(id);
  await expectSearchAndArticle(await scene.restartOffline());
});

test('with all caches gone and a newer version on the host, the newer version opens', async () => {
  const page = await installed();
  const id = await bundleId(page);
  const newer = await builds.edited();
  expect(await deleteFromCache(page, '')).toBeGreaterThan(0);
  scene.server.deploy(newer);
  await page.reload();
  await page.waitForFunction((old) => document.documentElement.dataset.bundle !== old, id);
  await page.getByRole('button', { name: '更新' }).click();
  await waitForOffline(page, 'ready');
  await expectSearchAndArticle(await scene.restartOffline());
});

test('a registration that was deleted is made again, and its files are not fetched again', async () => {
  const page = await installed();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
  await page.goto('about:blank');
  scene.server.clearLog();
  await scene.install(page);
  const icons = scene.server.log.filter((url) => url.startsWith('/icons/icon-512'));
  expect(icons).toEqual([]);
});

function countDamaged(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if ((await (await cache.match(request))?.text()) === 'damaged') count++;
      }
    }
    return count;
  });
}
