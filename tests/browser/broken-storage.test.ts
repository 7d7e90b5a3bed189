// Cache Storage itself is broken, as after a damage of the disk: every call rejects. The worker that stands between the page and
// the host must then not stand in the way.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBuilds } from '../support/builds.ts';
import { expectSearchAndArticle, OfflineScene } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let scene: OfflineScene;

beforeAll(async () => {
  scene = new OfflineScene(await builds.current());
  await scene.install(await scene.open());
  await scene.browser.stop();
  const folder = join(scene.browser.profile, 'Default/Service Worker/CacheStorage');
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder');
  await scene.browser.start();
});
afterAll(async () => {
  await scene.close();
  builds.remove();
});

test('with the host the app answers', async () => {
  const page = await scene.browser.newPage();
  await page.goto(`${scene.server.origin}/`);
  expect(
    await page.evaluate(() =>
      caches.open('x').then(
        () => 'opens',
        () => 'rejects',
      ),
    ),
  ).toBe('rejects');
  await expectSearchAndArticle(page);
});

test('without the host the last resort is shown', async () => {
  await scene.server.stop();
  const page = await scene.browser.newPage();
  await page.goto(`${scene.server.origin}/`);
  expect(await page.locator('body').innerText()).toContain('先别再刷');
});
