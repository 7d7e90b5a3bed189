// One version or the other, never a mixture, and never without a tap. What versions do to each other: update-states.test.ts.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { byteWords } from '../../src/render/more-words.ts';
import { listOf } from '../support/altered-build.ts';
import { bundleId, waitForOffline } from '../support/browser.ts';
import { EDITED_TITLE, TestBuilds } from '../support/builds.ts';
import { portalPage } from '../support/fault-server.ts';
import { OfflineScene, search } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let dist: string;
let newer: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
  newer = await builds.edited();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

/** Hashed files that only `after` has, apart from those that no worker stores. */
function newAssets(before: string, after: string): string[] {
  const former = new Set(readdirSync(join(before, 'assets')));
  return readdirSync(join(after, 'assets'))
    .filter((name) => !former.has(name) && !/\.(?:br|gz)$/.test(name))
    .map((name) => `/assets/${name}`)
    .sort();
}

async function installed(): Promise<Page> {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await scene.install(page);
  return page;
}

test('a newer version waits, fetches only what changed, and is taken by 更新', async () => {
  const page = await installed();
  const before = await bundleId(page);
  scene.server.deploy(newer);
  scene.server.clearLog();
  await page.reload();
  const button = page.getByRole('button', { name: '更新' });
  await button.waitFor();
  expect(await bundleId(page)).toBe(before);
  expect(await search(page, 'e3')).not.toContain(EDITED_TITLE);
  const fetched = scene.server.log.filter((url) => url.startsWith('/assets/'));
  expect(fetched.sort()).toEqual(newAssets(dist, newer));
  const known = new Set(listOf(dist).map(({ integrity }) => integrity));
  const bytes = listOf(newer).reduce((sum, file) => sum + (known.has(file.integrity) ? 0 : file.transfer), 0);
  expect(await page.getByLabel('有新版本').innerText()).toContain(`(${byteWords(bytes)})`);

  await Promise.all([page.waitForEvent('load'), button.click()]);
  await waitForOffline(page, 'ready');
  expect(await bundleId(page)).not.toBe(before);
  expect(await search(page, 'e3')).toContain(EDITED_TITLE);

  const cold = await scene.restartOffline();
  expect(await search(cold, 'e3')).toContain(EDITED_TITLE);
});

test('a poisoned update is refused as a whole, the old version goes on, and heals with the host', async () => {
  const page = await installed();
  const before = await bundleId(page);
  scene.server.deploy(newer);
  scene.server.spoil(/\/assets\/articles-/, portalPage);
  scene.server.clearLog();
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const update = await registration.update();
    const worker = update.installing;
    if (worker === null) return 'no install';
    return new Promise<string>((resolve) =>
      worker.addEventListener('statechange', () => worker.state !== 'installing' && resolve(worker.state)),
    );
  });
  expect(outcome).toBe('redundant');
  expect(await page.getByRole('button', { name: '更新' }).count()).toBe(0);

  const cold = await scene.restartOffline();
  expect(await bundleId(cold)).toBe(before);
  expect(await search(cold, 'e3')).not.toContain(EDITED_TITLE);

  scene.server.heal();
  await scene.server.start();
  await cold.reload();
  await cold.getByRole('button', { name: '更新' }).click();
  await cold.waitForFunction((id) => document.documentElement.dataset.bundle !== id, before);
  expect(await search(cold, 'e3')).toContain(EDITED_TITLE);
});
