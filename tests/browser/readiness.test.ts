// 离线准备: what the status screen proves, to the merchant in words and to an engineer in one line, and the check behind it.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { precacheListOf } from '../../src/command/probe-site.ts';
import { releaseLine } from '../../src/command/release-line.ts';
import { withWorker } from '../support/altered-build.ts';
import { waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { CounterScene, visit } from '../support/counter-scene.ts';
import { damageInCache, deleteFromCache, search } from '../support/offline-scene.ts';
import { HAS_ZBAR, readByZbar, readDrawnQr, readPhotographedQr } from '../support/qr-picture.ts';

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

/** No page asks for it, so every request is the worker's. */
const QUIET_FILE = 'icon-maskable-512';

async function tapCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查并修复' }).click();
}

async function proof(page: Page): Promise<string> {
  return (await page.locator('.status .report').textContent()) ?? '';
}

test('one line proves the copy, as the build printed it, and its code says the same', async () => {
  const page = await scene.installed();
  await visit(page, '#/?status', '.facts');
  await tapCheck(page);
  await page.getByText(/\d+ 个文件都核对过，没有坏的/).waitFor();
  const line = await proof(page);
  const entries = precacheListOf(readFileSync(join(dist, 'sw.js'), 'utf8')) ?? [];
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  const id = await page.evaluate(() => document.documentElement.dataset.bundle);
  const [, manifest] = /^manifest ([0-9a-f]{16}),/.exec(releaseLine(entries)) ?? [];
  expect(line).toMatch(
    new RegExp(
      `^POS手册离线状况：${entries.length}/${entries.length}完整，逐个核对；${bytes}字节；内容${id}；清单${manifest}；` +
        '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d；存储(?:受保护|未受保护|保护未知)$',
    ),
  );
  await page.getByText('给工程师扫的二维码').click();
  const code = page.getByRole('img', { name: '离线状况的二维码' });
  expect(await readDrawnQr(page, code)).toBe(line);
  expect((await code.boundingBox())?.width).toBeGreaterThan(300);
  if (HAS_ZBAR) {
    expect(readByZbar(await page.screenshot())).toBe(line);
    expect(await readPhotographedQr(page, code)).toBe(line);
  }
});

test('a check goes on while the merchant looks things up, a second tap starts none, and the repair is told', async () => {
  const page = await scene.installed();
  await visit(page, '#/?status', '.report');
  expect(await damageInCache(page, QUIET_FILE)).toBe(1);
  let release: () => void = () => undefined;
  scene.server.spoil(new RegExp(QUIET_FILE), (_response, _request, answer) => {
    release = answer;
  });
  scene.server.clearLog();
  await tapCheck(page);
  const progress = page.getByText('正在补 0/1 个文件');
  await progress.waitFor();
  await page.getByRole('heading', { name: '有 1 个文件要补' }).waitFor();
  expect(await page.locator('.status .report').count()).toBe(0);
  await page.getByRole('button', { name: '正在检查…' }).click({ force: true });
  expect(await search(page, 'e3')).toContain('E3');
  await visit(page, '#/?status', '.facts');
  await progress.waitFor();
  await page.getByRole('button', { name: '正在检查…' }).click({ force: true });
  release();
  await page.getByText(/^修好了 1 个文件（\d+ kB）。现在 \d+ 个都是好的。$/).waitFor();
  expect(scene.server.log.filter((url) => url.includes(QUIET_FILE))).toHaveLength(1);
});

test('a check cut off by a kill counts for nothing, and begins anew at the next launch', async () => {
  const page = await scene.installed();
  await visit(page, '#/?status', '.report');
  expect(await damageInCache(page, QUIET_FILE)).toBe(1);
  scene.server.spoil(new RegExp(QUIET_FILE), () => undefined);
  await tapCheck(page);
  await page.getByText('正在补 0/1 个文件').waitFor();
  await scene.browser.kill();
  scene.server.heal();
  const next = await scene.browser.start();
  await next.goto(`${scene.server.origin}/#/?status`);
  // Without a tap: nothing was remembered of the one that did not end.
  await next.getByText(/都核对过，没有坏的/).waitFor();
  expect(await proof(next)).toMatch(/：(\d+)\/\1完整，逐个核对；/);
});

test('without a network it says what it could not repair, and with one what it did', async () => {
  const page = await scene.installed();
  const files = (precacheListOf(readFileSync(join(dist, 'sw.js'), 'utf8')) ?? []).length;
  await visit(page, '#/?status', '.report');
  await scene.server.stop();
  expect(await damageInCache(page, QUIET_FILE)).toBe(1);
  expect(await deleteFromCache(page, 'icon-192')).toBe(1);
  await tapCheck(page);
  await page.getByText(/^还有 2 个文件（\d+ kB）没补上/).waitFor();
  await waitForOffline(page, 'incomplete');
  await page.getByRole('heading', { name: `不完整 ${files - 2}/${files}` }).waitFor();
  await page.getByText('没补上的文件').click();
  await page.getByText(/icons\/.*192\.png/).waitFor();
  expect(await proof(page)).toContain(`：${files - 2}/${files}不完整，逐个核对；`);

  await scene.server.start();
  await tapCheck(page);
  await page.getByText(/^修好了 2 个文件/).waitFor();
  await waitForOffline(page, 'ready');
  expect(await proof(page)).toContain(`：${files}/${files}完整，逐个核对；`);
});

test('a worker that was ended before it answered is asked again', async () => {
  const deafOnce = `let asked = false;
    self.addEventListener('message', (event) => {
      if (asked || event.data.type !== 'VERIFY' || event.data.repair) return;
      asked = true;
      event.stopImmediatePropagation();
    });`;
  const folder = mkdtempSync(join(tmpdir(), 'pos-deaf-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  scene = new CounterScene(await withWorker(dist, join(folder, 'dist'), (worker) => deafOnce + worker));
  await scene.installed();
  const page = await scene.restartOffline();
  await page.getByRole('searchbox').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('installing');
  await waitForOffline(page, 'ready', 120_000);
});

test('files that were only seen at the launch are no proof, and protection is asked for by a tap', async () => {
  const page = await scene.installed();
  await visit(page, '#/?status', '.report');
  await scene.browser.context.addInitScript(() => {
    let kept = false;
    StorageManager.prototype.persisted = async () => kept;
    StorageManager.prototype.persist = async () => {
      kept = new URLSearchParams(location.search).has('kind');
      return kept;
    };
  });
  await page.reload();
  await page.getByText('这次打开只看了文件在不在').waitFor();
  const ask = page.getByRole('button', { name: '请浏览器保护' });
  await ask.click();
  await page.getByText('浏览器没答应').waitFor();
  await page.goto(`${scene.server.origin}/?kind#/?status`);
  await ask.click();
  await page.getByText('有，浏览器不会自动清').waitFor();
  await tapCheck(page);
  await page.getByText(/；存储受保护$/).waitFor();
});

test('where there is no service worker it says so, and hands over the address', async () => {
  const page = await scene.open();
  await scene.browser.context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  await page.goto(`${scene.server.origin}/#/?status`);
  await page.getByRole('heading', { name: '这里不能离线使用' }).waitFor();
  await page.getByRole('button', { name: '复制网址' }).waitFor();
  expect(await page.getByRole('button', { name: '检查并修复' }).count()).toBe(0);
  expect(await search(page, 'e3')).toContain('E3');
});
