// What the merchant keeps is still there after the phone has lost power, and leaves and comes back only as a whole.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { CounterScene, visit } from '../support/counter-scene.ts';

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

/** Keys of everything on disk. */
function storedKeys(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('pos-reference');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction('records').objectStore('records').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );
}

async function keepSome(page: Page): Promise<void> {
  await visit(page, '#/codes/terminal/e3', '.tools');
  await page.getByRole('button', { name: '收藏', exact: true }).click();
  await page.getByRole('button', { name: '已收藏' }).waitFor();
  await eventually('both are on disk', async () => {
    const keys = await storedKeys(page);
    return keys.includes('favourite/codes/terminal/e3') && keys.includes('recent/codes/terminal/e3');
  });
}

test('favourites and what was looked at last survive a power loss, with the host gone', async () => {
  const page = await scene.installed();
  await keepSome(page);
  const cold = await scene.restartOffline('/#/?mine');
  const favourite = cold.getByRole('list', { name: '收藏' }).getByRole('link');
  await favourite.waitFor();
  expect(await favourite.getAttribute('href')).toBe('#/codes/terminal/e3');
  expect(await cold.getByRole('list', { name: '最近看过' }).getByRole('link').count()).toBe(1);
  expect(scene.browser.errors).toEqual([]);
});

test('a search that found nothing and a page that did not help are kept, shown and cleared', async () => {
  const page = await scene.installed();
  await page.getByRole('searchbox').fill('q7z9');
  await page.getByText('手册里没有这个码').first().waitFor();
  await eventually('the search is on disk', async () =>
    (await storedKeys(page)).some((key) => key.startsWith('miss/') && key.includes('unknown-code')),
  );
  await visit(page, '#/codes/terminal/e3', '.tools');
  await page.getByRole('button', { name: '没解决' }).click();
  await page.getByText('记下了，只存在这台手机').waitFor();

  const cold = await scene.restartOffline('/#/?mine');
  const rows = cold.getByRole('list', { name: '没查到的' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringContaining('没解决'),
    expect.stringContaining('q7z9'),
  ]);
  await cold.getByRole('button', { name: '清掉这些' }).click();
  await rows.first().waitFor({ state: 'detached' });
  expect(scene.server.log.filter((url) => url.includes('q7z9'))).toEqual([]);
});

test('everything goes out as a file, is deleted, and comes back from it', async () => {
  const page = await scene.installed();
  await keepSome(page);
  await visit(page, '#/?mine', '.data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出成文件' }).click(),
  ]);
  const file = join(scene.browser.profile, 'export.json');
  await download.saveAs(file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'pos-reference-journal' });

  await page.getByRole('button', { name: '删除全部' }).click();
  await page.getByRole('button', { name: '确定全部删除' }).click();
  await page.getByText('已全部删除').waitFor();
  expect(await storedKeys(page)).toEqual([]);

  await page.getByLabel('从文件导入').setInputFiles(file);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('导入好了').waitFor();
  expect(await storedKeys(page)).toContain('favourite/codes/terminal/e3');
});

const MARK = { articleId: 'codes/terminal/e3', title: '', code: 'E3' };

const BAD_FILES: readonly [name: string, text: string, said: string][] = [
  ['no JSON', '{"format":', '不是导出的文件'],
  ['another format', '{"format":"x","version":1,"exportedAt":0,"records":[]}', 'format'],
  ['one damaged record among good ones', fileOf([MARK, { ...MARK, at: 'soon' }]), 'records[1].value.at'],
  ['a card number', fileOf([{ ...MARK, title: '6222 0212 3456 7890 128', at: 1 }]), 'records[0]'],
];

function fileOf(values: readonly object[]): string {
  const records = values.map((value, i) => ({
    key: i === 0 ? 'recent/codes/terminal/e3' : 'favourite/codes/terminal/e3',
    v: 1,
    at: 1,
    value: { at: 1, ...value },
  }));
  return JSON.stringify({ format: 'pos-reference-journal', version: 1, exportedAt: 1, records });
}

test('a bad file changes nothing, and the screen says where it is bad', async () => {
  const page = await scene.installed();
  await visit(page, '#/?mine', '.data');
  const before = await storedKeys(page);
  for (const [name, text, said] of BAD_FILES) {
    const file = join(scene.browser.profile, 'bad.json');
    writeFileSync(file, text);
    await page.getByLabel('从文件导入').setInputFiles(file);
    const problems = page.locator('.problems li').filter({ hasText: said });
    await problems.first().waitFor();
    expect(await storedKeys(page), name).toEqual(before);
    expect(await page.getByText('什么都没改').count(), name).toBe(1);
  }
});
