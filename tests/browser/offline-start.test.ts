// The promise of the whole: once ready, it opens without network, in a new process, after the host has died.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleId, waitForOffline } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { hang } from '../support/fault-server.ts';
import { expectSearchAndArticle, OfflineScene, search } from '../support/offline-scene.ts';

const builds = new TestBuilds();
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

test('after a first visit a cold start with a dead host finds and opens an article', async () => {
  scene = new OfflineScene(dist);
  const first = await scene.open();
  await scene.install(first);
  const id = await bundleId(first);

  const page = await scene.restartOffline();
  await expectSearchAndArticle(page);
  await waitForOffline(page, 'ready');
  expect(await bundleId(page)).toBe(id);
  expect(scene.browser.foreign).toEqual([]);
  expect(scene.browser.errors).toEqual([]);
});

test('a deep link opens offline, and an unknown path leads home with its hash kept', async () => {
  scene = new OfflineScene(dist);
  await scene.install(await scene.open());

  const page = await scene.restartOffline('/#/codes/terminal/e3');
  await page.locator('[data-money="uncertain"]').first().waitFor();
  await page.goto(`${scene.server.origin}/old/address?utm_source=x#/codes/terminal/e3`);
  await page.locator('[data-money="uncertain"]').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the first start without network finds its scripts compiled', async () => {
  scene = new OfflineScene(dist);
  await scene.install(await scene.open());
  await scene.server.stop();
  await scene.browser.stop();

  const page = await scene.browser.start();
  const compiled = await traceOf(page, 'v8.compile', async () => {
    await page.goto(`${scene.server.origin}/`);
    await waitForOffline(page, 'ready');
  });
  const named = compiled.filter(({ url }) => url?.includes('/assets/'));
  expect(named.map(({ url }) => /(\w+)-\w+\.js$/.exec(url ?? '')?.[1]).sort()).toEqual([
    'app',
    'counter',
    'mend',
  ]);
  for (const event of named) expect(event).toMatchObject({ cacheKind: 'full', cacheRejected: false });
});

test('the first visit already answers while the copy is still being stored', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  scene.server.spoil(/^\/sw\.js/, () => undefined);
  await page.goto(`${scene.server.origin}/`);
  expect(await search(page, 'e3')).toContain('E3');
  expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('installing');
});

test.each([
  ['at once', 0],
  ['after four seconds', 4000],
])(
  'an update left unanswered does not keep a new page from telling what is stored, known %s',
  async (_, delay) => {
    scene = new OfflineScene(dist);
    const page = await scene.open();
    await scene.install(page);
    scene.server.spoil(/^\/sw\.js/, hang);
    await page.evaluate(async () => {
      void (await navigator.serviceWorker.ready).update();
    });
    const next = await scene.browser.newPage();
    // As on a phone that has much to do.
    await next.addInitScript((milliseconds) => {
      const ask = ServiceWorkerContainer.prototype.getRegistration;
      ServiceWorkerContainer.prototype.getRegistration = async function (scope) {
        if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return ask.call(this, scope);
      };
    }, delay);
    await next.goto(`${scene.server.origin}/`);
    await waitForOffline(next, 'ready', 8000 + delay);
  },
);

test('a site below a folder works, and leaves the caches of its neighbours alone', async () => {
  scene = new OfflineScene(dist);
  scene.server.mount('/pos/');
  const page = await scene.open();
  await page.goto(`${scene.server.origin}/pos/`);
  await page.evaluate(async () => (await caches.open('neighbour')).put('/x', new Response('x')));
  await waitForOffline(page, 'ready');

  const cold = await scene.restartOffline('/pos/');
  await expectSearchAndArticle(cold);
  expect(await cold.evaluate(() => caches.has('neighbour'))).toBe(true);
});

interface TraceData {
  readonly url?: string;
  readonly cacheKind?: string;
  readonly cacheRejected?: boolean;
}

/** What the browser itself says of each event called `name` while `act` lasts. */
async function traceOf(page: Page, name: string, act: () => Promise<void>): Promise<TraceData[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser is not running');
  const found: TraceData[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    const events = value as unknown as readonly { name: string; args: { data?: TraceData } }[];
    for (const event of events) if (event.name === name) found.push(event.args.data ?? {});
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return found;
}
