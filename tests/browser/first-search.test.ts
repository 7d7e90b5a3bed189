// What the whole exists for: no network, a few characters, and help. And the manners of the search box around it.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { OfflineScene, search } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let scene: OfflineScene;
let page: Page;

beforeAll(async () => {
  scene = new OfflineScene(await builds.current());
  const first = await scene.open();
  await scene.install(first);
  const session = await first.context().newCDPSession(first);
  installability = (await session.send('Page.getInstallabilityErrors')).installabilityErrors;
  manifest = await session.send('Page.getAppManifest');
  page = await scene.restartOffline();
});
afterAll(async () => {
  await scene.close();
  await builds.remove();
});

let installability: readonly unknown[] | undefined;
let manifest: { readonly url: string; readonly errors: readonly unknown[] } | undefined;

test('the app can be installed, and its manifest has no errors', () => {
  expect(manifest?.url).toMatch(/manifest\.webmanifest$/);
  expect(manifest?.errors).toEqual([]);
  expect(installability).toEqual([]);
});

test.each([
  ['e3', 'E3', 'uncertain', 'check-first'],
  ['Ｅ３', 'E3', 'uncertain', 'check-first'],
  ['E-3', 'E3', 'uncertain', 'check-first'],
  ['91', '91', 'uncertain', 'check-first'],
  ['余额不足', '51', 'not-charged', 'no'],
])('offline, %s is answered by %s with both verdicts, without a tap', async (query, code, money, retry) => {
  await search(page, query);
  const answer = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
  await eventually(`${code} is the first answer`, async () =>
    (await answer.locator('.code').first().innerText()).includes(code),
  );
  expect(await answer.locator('[data-money]').getAttribute('data-money')).toBe(money);
  expect(await answer.locator('[data-retry]').getAttribute('data-retry')).toBe(retry);
});

test('keys tapped in the dock leave the answer at the top of the screen, wherever the page had been scrolled to', async () => {
  await page.goto(`${scene.server.origin}/#/`);
  await page.locator('.home').waitFor();
  await page.mouse.move(180, 400);
  await page.mouse.wheel(0, 300);
  await eventually('the page is scrolled', () => page.evaluate(() => window.scrollY > 200));
  // By its place: the driver's own click would scroll.
  const box = await page.getByRole('searchbox').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 20);
  for (const key of 'e3') {
    await page.keyboard.press(key);
    await page.getByRole('list', { name: '搜索结果' }).waitFor();
  }
  await page.locator('.code', { hasText: 'E3' }).first().waitFor();
  // A driver's key scrolls a frame later, if it does.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('what a phone has misheard is searched for as it was meant, and the page says so', async () => {
  await search(page, '前到老是不成功');
  const told = page.getByText('按“签到老是不成功”查的', { exact: true });
  await told.waitFor();
  expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^按“签到老是不成功”查的。找到 /),
  );
  const answer = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
  expect(await answer.locator('.code').first().innerText()).toBe('签到失败');
  await search(page, '签到老是不成功');
  await told.waitFor({ state: 'detached' });
});

test('an answer that was found by another name than its title says which', async () => {
  await search(page, '没反应');
  const answer = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
  await eventually('the name stands under the title', async () =>
    (await answer.innerText()).includes('按“微信没反应”找到'),
  );
  expect(await answer.locator('.excerpt mark').allInnerTexts()).toEqual(['没反应']);
  await search(page, '扣了钱没出小票');
  await eventually('another answer stands there', async () =>
    (await answer.locator('.answer-title').innerText()).includes('扣了钱没出小票'),
  );
  expect(await answer.locator('.excerpt').count()).toBe(0);
});

test('a text that merely mentions what was asked is listed, and no verdict of it stands out', async () => {
  await search(page, '失败');
  const list = page.getByRole('list', { name: '搜索结果' });
  await eventually('the list says that nothing fits', async () =>
    (await list.getByRole('listitem').first().innerText()).includes('没有完全对上的'),
  );
  expect(await list.getByRole('link').count()).toBeGreaterThan(3);
  expect(await page.locator('[data-money]').count()).toBe(0);
  await search(page, '读卡失败');
  await page.locator('[data-money]').waitFor();
});

test('the marked words of a title stand in its text, without gaps', async () => {
  await search(page, '少收了钱');
  const title = page.locator('.answer-title');
  await title.locator('mark').waitFor();
  const gaps = await title.evaluate((element) => {
    const found: number[] = [];
    for (const mark of element.querySelectorAll('mark')) {
      const before = document.createRange();
      if (mark.previousSibling === null) continue;
      before.selectNode(mark.previousSibling);
      found.push(mark.getBoundingClientRect().left - (before.getClientRects()[0]?.right ?? 0));
    }
    return found;
  });
  expect(gaps.length).toBeGreaterThan(0);
  for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(1);
});

test('going back from an article shows the query and the place that were left', async () => {
  await search(page, '余额');
  await page.evaluate(() => window.scrollTo(0, 300));
  await eventually('the place is remembered', () =>
    page.evaluate(() => (history.state as { scroll?: number } | null)?.scroll === window.scrollY),
  );
  const place = await page.evaluate(() => window.scrollY);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').nth(3).click();
  await page.locator('article h1').waitFor();
  await page.goBack();
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('余额');
  await eventually('the place is back', async () => (await page.evaluate(() => window.scrollY)) === place);
});

test('an input method composes in peace: nothing is searched or confirmed before it has ended', async () => {
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').focus();
  const session = await page.context().newCDPSession(page);
  const before = page.url();
  await session.send('Input.imeSetComposition', { selectionStart: 3, selectionEnd: 3, text: 'yue' });
  await page.keyboard.press('Enter');
  expect(page.url()).toBe(before);
  await session.send('Input.insertText', { text: '余额不足' });
  await eventually('the committed text is searched', () =>
    decodeURIComponent(page.url()).includes('q=余额不足'),
  );
});
