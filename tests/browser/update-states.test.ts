// Versions that come, go, hang and come back: every tab ends in one of them, whole, by one reload at most, and the offer
// names the bytes that were transferred for it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byteWords } from '../../src/render/more-words.ts';
import { hurried, withStyle, withWorker } from '../support/altered-build.ts';
import { eventually, TestBrowser, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { FaultServer, hang, status } from '../support/fault-server.ts';
import { SlowLine } from '../support/slow-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'pos-versions-'));
const builds = new TestBuilds();
const browser = new TestBrowser();
const servers: FaultServer[] = [];
/** v2 and v3 have other styles than v1; v1w has another worker over the same files. */
let v1: string;
let v1w: string;
let v2: string;
let v3: string;
/** v2, whose worker waits 4 s for a file instead of 31. */
let v2Hurried: string;

beforeAll(async () => {
  v1 = await builds.current();
  v1w = await withWorker(v1, join(folder, 'v1w'), (worker) => `${worker}\n// another`);
  v2 = await withStyle(v1, join(folder, 'v2'), '.second-version{color:red}');
  v2Hurried = await withWorker(v2, join(folder, 'v2-hurried'), hurried);
  v3 = await withStyle(v1, join(folder, 'v3'), '.third-version{color:red}'.repeat(50));
  await browser.start();
  await browser.context.addInitScript(
    'try { sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1 } catch {}',
  );
});
afterAll(async () => {
  await browser.remove();
  for (const server of servers) await server.stop();
  builds.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** One origin, one tab to begin with, and an account of what was sent. */
class Visit {
  readonly server: FaultServer;
  readonly line = new SlowLine({ roundTrip: 0 });
  readonly #page: Page;

  private constructor(server: FaultServer, page: Page) {
    this.server = server;
    this.#page = page;
  }

  static async installed(dist: string, prepare?: (page: Page) => Promise<unknown>): Promise<Visit> {
    const server = new FaultServer(dist);
    servers.push(server);
    await server.start();
    const page = await browser.newPage();
    await prepare?.(page);
    const visit = new Visit(server, page);
    server.spoil(/./, visit.line.action);
    await page.goto(`${server.origin}/`);
    await waitForOffline(page, 'ready');
    await quiet(page);
    visit.line.deliveries.length = 0;
    return visit;
  }

  get page(): Page {
    return this.#page;
  }

  async newTab(hash = ''): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${this.server.origin}/${hash}`);
    await waitForOffline(page, 'ready');
    await quiet(page);
    return page;
  }

  /** Deploys `dist` and asks for it; not for what becomes of it. */
  async deploy(dist: string): Promise<void> {
    this.server.deploy(dist);
    await this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await Promise.race([registration.update(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    });
  }

  /** The offer is there and names what was sent for it, the worker itself apart. */
  async offered(): Promise<void> {
    const notice = this.page.getByLabel('有新版本');
    await notice.waitFor();
    const sent = this.line.bytesSent(/^\/sw\.js/);
    expect(sent).toBeGreaterThan(0);
    expect(await notice.innerText()).toContain(`(${byteWords(sent)})`);
    expect(await loads(this.page)).toBe(1);
  }

  async installFails(): Promise<void> {
    await eventually('the update fails', () =>
      this.page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null),
    );
  }

  /** The network comes back half a minute later. */
  async chance(): Promise<void> {
    await this.page.evaluate('window.later = 31_000; dispatchEvent(new Event("online"))');
  }

  async take(page = this.page): Promise<void> {
    await page.getByRole('button', { name: '更新' }).click();
  }
}

const MOVABLE_CLOCK = 'const now = Date.now; window.later = 0; Date.now = () => now() + window.later;';

const style = (page: Page) =>
  page.evaluate(() => document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '');
const hasWaiting = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
const loads = async (page: Page) => Number(await page.evaluate(() => sessionStorage.getItem('loads')));

/** Chromium holds a switch back for long while DevTools is attached and the former worker has something to do. */
async function quiet(page: Page): Promise<void> {
  await eventually('the check after the install is done', () =>
    page.evaluate(() => localStorage.getItem('offline-deep-check') !== null),
  );
}

/** By one reload. */
async function becomes(page: Page, former: string): Promise<void> {
  await eventually(
    'the new version is shown',
    async () => (await style(page).catch(() => former)) !== former,
  );
  await waitForOffline(page, 'ready');
  expect(await loads(page)).toBe(2);
}

describe.concurrent('updates', () => {
  test('all tabs follow one tap, by one reload each, but for the one in the middle of a triage', async () => {
    const visit = await Visit.installed(v1);
    const idle = await visit.newTab();
    const busy = await visit.newTab('#/codes/terminal/e3');
    await busy.getByRole('link', { name: /排查/ }).first().click();
    await busy.locator('.triage').first().waitFor();
    const former = await style(visit.page);
    visit.line.deliveries.length = 0;
    await visit.deploy(v2);
    await visit.offered();
    await visit.take();
    await becomes(visit.page, former);
    await becomes(idle, former);
    expect(await loads(busy)).toBe(1);
    expect(await style(busy)).toBe(former);

    await busy.evaluate(() => {
      location.hash = '#/';
    });
    await visit.take(busy);
    await becomes(busy, former);
  });

  test('an update that failed is tried again within the visit, and its size is that of all tries together', async () => {
    const visit = await Visit.installed(v1, (page) => page.addInitScript(MOVABLE_CLOCK));
    const former = await style(visit.page);
    visit.server.spoil(/\.css$/, status(503));
    await visit.deploy(v2);
    await visit.installFails();
    expect(visit.line.bytesSent(/^\/sw\.js/)).toBeGreaterThan(0);
    visit.server.heal();
    visit.server.spoil(/./, visit.line.action);
    await visit.chance();
    await visit.offered();
    await visit.take();
    await becomes(visit.page, former);
  });

  test('a version that is taken back is no longer offered; taken back later it is an update by its size', async () => {
    const visit = await Visit.installed(v1);
    const former = await style(visit.page);
    await visit.deploy(v2);
    await visit.offered();
    await visit.deploy(v1);
    await eventually(
      'the offer is gone',
      async () => (await visit.page.getByLabel('有新版本').count()) === 0,
    );
    await visit.deploy(v2);
    await visit.offered();
    await visit.take();
    await becomes(visit.page, former);

    const session = await browser.context.newCDPSession(visit.page);
    await session.send('Network.clearBrowserCache');
    await visit.page.evaluate(() => sessionStorage.setItem('loads', '1'));
    visit.line.deliveries.length = 0;
    await visit.deploy(v1);
    await visit.offered();
    const second = await style(visit.page);
    await visit.take();
    await becomes(visit.page, second);
    expect(await style(visit.page)).toBe(former);
  });

  test('a newer version overtakes one that hangs and one that waits', async () => {
    const visit = await Visit.installed(v1, (page) => page.addInitScript(MOVABLE_CLOCK));
    const former = await style(visit.page);
    visit.server.spoil(/\.css$/, hang, 1);
    await visit.deploy(v2Hurried);
    await visit.deploy(v3);
    await visit.installFails();
    await visit.chance();
    await visit.page.getByLabel('有新版本').waitFor();
    await visit.take();
    await becomes(visit.page, former);
    expect(await usesRule(visit.page, '.third-version')).toBe(true);
  });

  test('controllerchange is never told: one reload all the same', async () => {
    const visit = await Visit.installed(v1, (page) =>
      page.addInitScript(`const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, ...rest) {
          if (type !== 'controllerchange') return add.call(this, type, ...rest);
        };`),
    );
    const former = await style(visit.page);
    await visit.deploy(v2);
    await visit.offered();
    await visit.take();
    await becomes(visit.page, former);
    await visit.page.waitForTimeout(1500);
    expect(await loads(visit.page)).toBe(2);
  });

  test('a host that alternates between two builds reloads nothing by itself, and a tap ends in one of them', async () => {
    const visit = await Visit.installed(v1);
    const former = await style(visit.page);
    for (const dist of [v2, v1, v2, v1, v2]) await visit.deploy(dist);
    await visit.page.getByLabel('有新版本').waitFor();
    expect(await loads(visit.page)).toBe(1);
    visit.server.deploy(v1);
    await visit.take();
    await becomes(visit.page, former);
    expect(await usesRule(visit.page, '.second-version')).toBe(true);
    for (const dist of [v1, v2, v1]) await visit.deploy(dist);
    await visit.page.getByLabel('有新版本').waitFor();
    expect(await loads(visit.page)).toBe(2);
  });
});

// By itself: it stops the workers of every origin, and an install that is stopped is tried again only after half a minute.
test('another worker over the same files transfers nothing, is not offered, and serves the next launch', async () => {
  const visit = await Visit.installed(v1);
  await visit.deploy(v1w);
  await eventually('it waits', () => hasWaiting(visit.page));
  await visit.page.waitForTimeout(2500);
  expect(visit.line.bytesSent(/^\/sw\.js/)).toBe(0);
  expect(await visit.page.getByLabel('有新版本').count()).toBe(0);
  const next = await browser.newPage();
  await visit.page.close();
  // Of a worker that DevTools holds a navigation would wait for minutes.
  await browser.stopWorkers(next);
  await next.goto(`${visit.server.origin}/`);
  await waitForOffline(next, 'ready');
  await eventually('it has taken over', async () => !(await hasWaiting(next)));
});

function usesRule(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      [...document.styleSheets].some((sheet) =>
        [...sheet.cssRules].some((rule) => rule instanceof CSSStyleRule && rule.selectorText === wanted),
      ),
    selector,
  );
}
