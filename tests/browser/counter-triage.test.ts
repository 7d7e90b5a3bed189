// A guided triage is gone on with, whatever happened to the phone in between.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleId, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { OfflineScene } from '../support/offline-scene.ts';

const TRIAGE = '/#/codes/terminal/e3?triage';

const builds = new TestBuilds();
let dist: string;
let reworded: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
  reworded = await builds.edited(/末笔查询里有这一笔吗？/, '改过的问题？');
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

async function openTriage(): Promise<Page> {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await scene.install(page);
  await page.goto(scene.server.origin + TRIAGE);
  return page;
}

/** Waits for another question after the tap, and for the answer to be on disk. */
async function answer(page: Page, n: number): Promise<void> {
  const before = await question(page);
  await page.locator('.choice').nth(n).click();
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
  await saved(page);
}

function question(page: Page): Promise<string> {
  return page.locator('.triage h1').innerText();
}

/** Writes are done in turn, so one that is done now comes after all those before it. */
function saved(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('pos-reference', 1);
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.objectStore('records').get('');
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opening.result.close();
  });
}

test('it survives SIGKILL and goes on at the same question with a dead host', async () => {
  const page = await openTriage();
  await answer(page, 1);
  await answer(page, 2);
  const asked = await question(page);
  await page.getByRole('button', { name: /开始计时/ }).click();
  await page.getByRole('timer').waitFor();
  await saved(page);
  const started = Date.now();

  const cold = await scene.restartOffline();
  await cold.getByRole('link', { name: /继续排查/ }).click();
  expect(await question(cold)).toBe(asked);
  const left = Number(/\d+/.exec(await cold.getByRole('timer').innerText())?.[0]);
  expect(left).toBeLessThanOrEqual(120 - Math.floor((Date.now() - started) / 1000) + 1);

  await cold.getByRole('button', { name: '上一问' }).click();
  await answer(cold, 2);
  await answer(cold, 3);
  await cold.getByRole('link', { name: '给顾客看' }).click();
  await cold.locator('.customer .chinese').waitFor();
  await cold.mouse.click(180, 60);
  await cold.getByRole('button', { name: '记下这一笔' }).click();
  await cold.getByRole('list').filter({ hasText: asked }).waitFor();
  expect(scene.browser.errors).toEqual([]);
});

test('an update in the middle changes no word of it, and the next one has the new words', async () => {
  const page = await openTriage();
  await answer(page, 1);
  const asked = await question(page);
  const before = await bundleId(page);
  scene.server.deploy(reworded);
  await page.goto(`${scene.server.origin}/`);
  await page.reload();
  await page.getByRole('button', { name: '更新' }).click();
  await page.waitForFunction((id) => document.documentElement.dataset.bundle !== id, before);
  await waitForOffline(page, 'ready');

  await page.getByRole('link', { name: /继续排查/ }).click();
  expect(await question(page)).toBe(asked);
  await page.getByRole('button', { name: '换了一笔，从头问' }).click();
  await page.locator('.choice').nth(1).click();
  await page.getByRole('heading', { name: /改过的问题/ }).waitFor();
});

test('an end is shown again after a reload, and begins anew from elsewhere', async () => {
  const page = await openTriage();
  const first = await question(page);
  await answer(page, 1);
  await answer(page, 0);
  const end = await question(page);
  await page.reload();
  expect(await question(page)).toBe(end);
  await page.goto(`${scene.server.origin}/#/`);
  await page.getByRole('searchbox').waitFor();
  await saved(page);
  expect(await page.getByRole('link', { name: /继续排查/ }).count()).toBe(0);
  await page.goto(scene.server.origin + TRIAGE);
  expect(await question(page)).toBe(first);
});

test('ticks on steps are still there after SIGKILL, without a network', async () => {
  const page = await openTriage();
  await page.goto(`${scene.server.origin}/#/codes/terminal/e3`);
  await page.getByRole('button', { name: '第2步做完了' }).click();
  await page.locator('[aria-pressed="true"][aria-label="第2步做完了"]').waitFor();
  await saved(page);
  const cold = await scene.restartOffline('/#/codes/terminal/e3');
  await cold.locator('[aria-pressed="true"][aria-label="第2步做完了"]').waitFor();
  expect(await cold.locator('[aria-pressed="true"].tick').count()).toBe(1);
});

test('the screen is kept on while a question or a sentence is shown, and no longer', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  await page.addInitScript(() => {
    let locks = 0;
    const count = (by: number) => {
      locks += by;
      document.documentElement.dataset.locks = String(locks);
    };
    const request = async () => {
      count(1);
      return { release: async () => count(-1) };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const locks = (n: number) =>
    page.waitForFunction((wanted) => document.documentElement.dataset.locks === wanted, String(n));
  await page.goto(scene.server.origin + TRIAGE);
  await locks(1);
  await answer(page, 1);
  await answer(page, 0);
  await page.getByRole('link', { name: '给顾客看' }).click();
  await page.locator('.customer .chinese').waitFor();
  await locks(1);
  await page.mouse.click(180, 60);
  await page.locator('.outcome').waitFor();
  await page.getByRole('button', { name: '退出排查' }).click();
  await locks(0);
});
