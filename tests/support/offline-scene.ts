// What every offline test begins with: a deployed build, a browser, and words for what a merchant does.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { TestBrowser, waitForOffline } from './browser.ts';
import { FaultServer } from './fault-server.ts';

export class OfflineScene {
  readonly server: FaultServer;
  readonly browser = new TestBrowser();

  constructor(folder: string) {
    this.server = new FaultServer(folder);
  }

  async open(): Promise<Page> {
    await this.server.start();
    return this.browser.start();
  }

  async close(): Promise<void> {
    await this.browser.remove();
    await this.server.stop();
  }

  /** The first visit, up to the proof that everything is stored. */
  async install(page: Page): Promise<void> {
    await page.goto(`${this.server.origin}/`);
    await waitForOffline(page, 'ready');
  }

  /** The host dies, the phone loses power, and the app is opened anew: nothing but the disk is left. */
  async restartOffline(path = '/'): Promise<Page> {
    await this.server.stop();
    await this.browser.kill();
    const page = await this.browser.start();
    await page.goto(this.server.origin + path);
    return page;
  }
}

/** Types into the search box and returns the first hit's text. */
export async function search(page: Page, query: string): Promise<string> {
  await page.getByRole('searchbox').fill(query);
  return page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first().innerText();
}

export async function expectSearchAndArticle(page: Page): Promise<void> {
  expect(await search(page, 'e3')).toContain('E3');
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().click();
  await page.locator('[data-money="uncertain"]').first().waitFor();
}

/** Keys of everything stored for this origin, whatever the cache. */
export function cachedUrls(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
    }
    return urls;
  });
}

/** Deletes entries of the precache whose key matches; returns how many. */
export function deleteFromCache(page: Page, pattern: string): Promise<number> {
  return page.evaluate(async (source) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new RegExp(source).test(request.url) && (await cache.delete(request))) count++;
      }
    }
    return count;
  }, pattern);
}

/** Puts other bytes in place of a stored file, as a disk may do. */
export function damageInCache(page: Page, pattern: string): Promise<number> {
  return page.evaluate(async (source) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(source).test(request.url)) continue;
        await cache.put(request, new Response('damaged'));
        count++;
      }
    }
    return count;
  }, pattern);
}
