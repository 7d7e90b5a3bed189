// A large bundle over a bad line: more than sixty files, a round trip of 300 ms, one connection in a hundred lost, the
// portal of a public Wi-Fi in front, and power lost in between. The first minute passes by a clock that is put forward;
// `npm run test:network` waits for it, and loses the power six times.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDist } from '../../src/command/build-dist.ts';
import type { PrecacheEntry } from '../../src/command/precache-list.ts';
import { listOf } from '../support/altered-build.ts';
import { eventually, waitForOffline } from '../support/browser.ts';
import { portalPage } from '../support/fault-server.ts';
import { writeLargeContent } from '../support/large-content.ts';
import { cachedUrls, expectSearchAndArticle, OfflineScene, search } from '../support/offline-scene.ts';
import { SlowLine } from '../support/slow-line.ts';

const FULL = process.env.NETWORK === 'full';
/** The install is cut off when it has come so far. */
const KILLS = FULL ? [0.1, 0.25, 0.4, 0.55, 0.7, 0.85] : [0.3, 0.65];
/** What may be on its way at the same time, and is lost by each kill. */
const LANES = 4;

const folder = mkdtempSync(join(tmpdir(), 'pos-network-'));
const dist = join(folder, 'dist');
const line = new SlowLine({ roundTrip: 300, loss: 0.01, seed: 20_261_122 });
let scene: OfflineScene;
let files: readonly PrecacheEntry[];
let total: number;

beforeAll(async () => {
  await writeLargeContent(join(folder, 'content'));
  const built = await buildDist({
    content: join(folder, 'content'),
    out: dist,
    today: '2026-11-22',
    optimise: false,
  });
  if (!built.ok) throw new Error('the large content does not compile');
  files = listOf(dist);
  total = files.reduce((sum, { size }) => sum + size, 0);
  scene = new OfflineScene(dist);
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Progress {
  readonly done: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

const KEEP_PROGRESS = `navigator.serviceWorker.addEventListener('message', ({ data }) => {
  if (data.type === 'INSTALL_PROGRESS') (window.kept ??= []).push(data);
});`;

async function progressOf(page: Page): Promise<Progress[]> {
  return JSON.parse(await page.evaluate<string>('JSON.stringify(window.kept ?? [])'));
}

/** As a merchant does it: again, if a lost connection took something that the page cannot do without. */
async function openApp(page: Page): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await page.goto(`${scene.server.origin}/`).catch(() => undefined);
    const opened = page.locator('.home').waitFor({ timeout: 20_000 });
    if (
      await opened.then(
        () => true,
        () => false,
      )
    )
      return;
    if (attempt === 4) throw new Error('the app does not open');
  }
}

/** The line as it is, with a portal in front of what matches. */
function putPortal(re?: RegExp): void {
  scene.server.heal();
  scene.server.spoil(/./, line.action);
  if (re === undefined) return;
  scene.server.spoil(re, (response, request, answer) => {
    const byWorker =
      request.headers['sec-fetch-dest'] === 'empty' && request.headers['cache-control'] !== undefined;
    if (byWorker || request.url === '/sw.js') portalPage(response, request, answer);
    else line.action(response, request, answer);
  });
}

async function passPortal(page: Page): Promise<void> {
  const failed = () =>
    page.locator('.pill', { hasText: '还不能离线' }).waitFor({ timeout: FULL ? 100_000 : 45_000 });
  putPortal(/./);
  if (!FULL) await page.clock.install();
  await openApp(page);
  await failed();
  expect(await search(page, 'e3')).toContain('E3');
  // The worker comes through, and its files are the portal's.
  putPortal(/^\/(?!sw\.js)/);
  if (FULL) await new Promise((resolve) => setTimeout(resolve, 60_000));
  else await page.clock.fastForward(31_000);
  await eventually('the worker asks', () => scene.server.log.includes('/index.html'));
  await eventually('its install fails', () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined),
  );
  expect(await cachedUrls(page)).toEqual([]);
  await failed();
  putPortal();
  const goesOn = () => {
    const kept = 'kept' in window && Array.isArray(window.kept) ? window.kept : [];
    return kept.some(({ done }) => done > 0);
  };
  if (FULL) await page.waitForFunction(goesOn, undefined, { timeout: 300_000 });
  else
    await eventually('it is tried again by itself', async () => {
      await page.clock.fastForward(61_000);
      return page.evaluate(goesOn);
    });
}

test(
  'an install over a bad line ends whole, goes on after power was lost, tells its bytes and leaves the page alone',
  async () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    let page = await scene.open();
    await page.addInitScript(KEEP_PROGRESS);
    await passPortal(page);

    let stored: string[] = [];
    let seen: Progress[] = [];
    for (const share of KILLS) {
      await eventually('so much is stored', async () => {
        seen = await progressOf(page);
        return (seen.at(-1)?.bytes ?? 0) >= share * total;
      });
      // Meanwhile the page answers, from the network.
      expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('installing');
      expect(await search(page, 'e3')).toContain('E3');
      expectTrue(seen);
      await scene.browser.kill();

      page = await scene.browser.start();
      await page.addInitScript(KEEP_PROGRESS);
      await page.goto(`${scene.server.origin}/no-such-page`);
      stored = await cachedUrls(page);
      expect(stored.length).toBeGreaterThan(files.length * share * 0.5);
      const mark = line.deliveries.length;
      await openApp(page);
      await eventually('it goes on', async () => (await progressOf(page)).length > 0);
      const [first] = await progressOf(page);
      expect(first?.done).toBeGreaterThanOrEqual(stored.length);
      const fetched = line.deliveries.slice(mark).filter(({ byWorker }) => byWorker);
      const keys = new Set(stored.map((key) => new URL(key).pathname));
      expect(fetched.filter(({ url }) => keys.has(url))).toEqual([]);
    }
    await waitForOffline(page, 'ready', 120_000);
    seen = await progressOf(page);
    expectTrue(seen);
    expect(seen.at(-1)).toMatchObject({ done: files.length, bytes: total, totalBytes: total });

    const twice = [...line.wholeBodies(true).values()].reduce((sum, count) => sum + count - 1, 0);
    console.log(
      `${files.length} files, ${total} bytes; ${line.deliveries.length} answers, ${line.bytesSent()} bytes sent; ` +
        `${KILLS.length} kills, ${twice} files whole a second time`,
    );
    expect(twice).toBeLessThanOrEqual(KILLS.length * LANES);
    await expectSearchAndArticle(await scene.restartOffline());
  },
  FULL ? 900_000 : 240_000,
);

/** Never less than before, and always of the manifest's whole. */
function expectTrue(seen: readonly Progress[]): void {
  const bytes = seen.map((progress) => progress.bytes);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  expect(new Set(seen.map(({ totalBytes }) => totalBytes))).toEqual(new Set([total]));
}
