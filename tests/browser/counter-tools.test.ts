// The tools beside an answer, in the real browser: network test, practice, telling terminals apart, keypad, sharing.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { TestBuilds } from '../support/builds.ts';
import { CounterScene, visit } from '../support/counter-scene.ts';
import { status } from '../support/fault-server.ts';

const builds = new TestBuilds();
let dist: string;
let scene: CounterScene;

beforeAll(async () => {
  dist = await builds.current();
});
beforeEach(() => {
  scene = new CounterScene(dist);
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

test('the phone tests its own network past the worker, and says what that means', async () => {
  const page = await scene.installed();
  await visit(page, '#/guides/network-check', '.network');
  scene.server.clearLog();
  await page.getByRole('button', { name: '测手机的网' }).click();
  await page.locator('[data-network="online"]').waitFor();
  expect(scene.server.log.filter((url) => url.includes('probe='))).toHaveLength(1);

  const again = page.getByRole('button', { name: '再测一次' });
  scene.server.spoil(/probe=/, status(500), 1);
  await again.click();
  await page.locator('[data-network="host-failed"]').waitFor();
  scene.server.spoil(/probe=/, (response) => {
    response.writeHead(302, { Location: 'http://portal.invalid/login' });
    response.end();
  });
  await again.click();
  await page.locator('[data-network="intercepted"]').waitFor();
  scene.server.heal();
  scene.server.spoil(/probe=/, () => undefined);
  await again.click();
  await page.locator('[data-network="too-slow"]').waitFor();
  await scene.server.stop();
  await again.click();
  await page.locator('[data-network="offline"]').waitFor();
  expect(await page.locator('.meanings').innerText()).toContain('机器连得上');
  expect(scene.browser.foreign.filter((url) => !url.includes('portal.invalid'))).toEqual([]);
});

test('a practice runs on the stored copy alone, with the host gone, and its result is kept', async () => {
  await scene.installed();
  const page = await scene.restartOffline('/#/?drill');
  await page.locator('[data-stored="true"]').waitFor();
  await page.getByRole('button', { name: /机器跳出一个码/ }).click();
  await page.getByLabel('查一查').fill('e3');
  await page.getByRole('list', { name: '练习的搜索结果' }).getByRole('button').first().click();
  await page.getByRole('button', { name: '先查这一笔，再说' }).click();
  await page.getByRole('button', { name: '下一步：排查' }).click();
  for (let i = 0; i < 20 && (await page.getByRole('button', { name: '看结果' }).count()) === 0; i++) {
    await page.locator('.answers button').first().click();
  }
  await page.getByRole('button', { name: '看结果' }).click();
  await page.getByText('都做对了').waitFor();
  await page.getByRole('button', { name: '记下，回到练习' }).click();
  await page.getByText('练习记下了').waitFor();
  const cold = await scene.restartOffline('/#/?drill');
  await cold.getByText('3/3 做对，没用网').waitFor();
});

test('the line is chosen from the pictures, and codes are typed on the keypad', async () => {
  const page = await scene.installed();
  await page.getByRole('link', { name: '怎么分辨' }).click();
  await page.getByRole('button', { name: '我的是传统' }).click();
  await page.getByRole('radio', { name: '传统' }).and(page.locator(':checked')).waitFor();
  await page.getByRole('button', { name: '键盘' }).click();
  const pad = page.getByRole('group', { name: '输入码的键盘' });
  await pad.getByRole('button', { name: 'E', exact: true }).click();
  await pad.getByRole('button', { name: '3', exact: true }).click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('E3');
  await page.locator('.answer [data-money="uncertain"]').waitFor();
  await pad.getByRole('button', { name: '删掉一位' }).click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('E');
});

test('an article is handed on as text with its verdicts, as a link and as a code to scan', async () => {
  const page = await scene.installed();
  await visit(page, '#/codes/terminal/e3', '.tools');
  await scene.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '分享' }).click();
  await page.getByRole('img', { name: /扫/ }).waitFor();
  await page.getByRole('button', { name: '复制文字' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('顾客的钱：状态不明');
  expect(text).toContain('能再刷吗：先查后刷');
  expect(text).toContain('1. ');
  expect(text).toContain(`${scene.server.origin}/#/codes/terminal/e3`);
});
