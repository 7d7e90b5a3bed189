// The page itself, in a real browser, given random addresses and queries: whatever they hold is shown as text. Nothing runs,
// nothing opens, nothing leaves, and the page answers in bounded time.

import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBrowser } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { FaultServer } from '../support/fault-server.ts';
import { hashText } from './address-target.ts';
import { SOAK, seedOf } from './fuzz-target.ts';
import { HOSTILE_PIECES } from './hostile-text.ts';
import { queryText } from './query-target.ts';

const CASES = SOAK ? 5000 : 60;
/** From the change until the next frame is drawn, in milliseconds: far more than it takes, on a machine that is busy. */
const LIMIT_MS = 5000;

const builds = new TestBuilds();
const browser = new TestBrowser();
let server: FaultServer;
let page: Page;
const seen: string[] = [];

beforeAll(async () => {
  server = new FaultServer(await builds.current());
  await server.start();
  page = await browser.start();
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => seen.push('popup'));
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  await page.goto(`${server.origin}/`);
  await page.getByRole('searchbox').waitFor();
  await page.evaluate(() => {
    Object.assign(window, { fuzzed: true });
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}, 120_000);
afterAll(async () => {
  await browser.remove();
  await server?.stop();
  builds.remove();
});

/** What each case of one batch did, in milliseconds, or what is in the page that may not be. */
async function expectHarmless(took: readonly number[], what: string): Promise<void> {
  const state = await page.evaluate(() => ({
    same: 'fuzzed' in window,
    path: location.pathname,
    foreign: Array.from(document.querySelectorAll('body iframe, body object, body embed, body base'), String),
    scripts: document.querySelectorAll('body script').length,
    handlers: Array.from(document.querySelectorAll('*')).flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
    targets: Array.from(
      document.querySelectorAll('a[href]'),
      (link) => link.getAttribute('href') ?? '',
    ).filter((href) => !/^(?:#|\.\/|https:\/\/|tel:)/.test(href)),
  }));
  expect(state).toEqual({ same: true, path: '/', foreign: [], scripts: 0, handlers: [], targets: [] });
  expect(seen).toEqual([]);
  expect(browser.errors).toEqual([]);
  expect(browser.foreign).toEqual([]);
  expect(Math.max(...took)).toBeLessThan(LIMIT_MS);
  console.log(
    `browser: ${took.length} ${what}, longest ${Math.max(...took).toFixed(0)} ms, seed ${seedOf()}`,
  );
}

function samples(texts: fc.Arbitrary<string>): string[] {
  return [...HOSTILE_PIECES, ...fc.sample(texts, { seed: seedOf(), numRuns: CASES })];
}

describe('in a real browser', () => {
  test(
    'any address is some screen, and text',
    async () => {
      const took = await page.evaluate(async (hashes) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const times: number[] = [];
        for (const hash of hashes) {
          const start = performance.now();
          location.hash = hash;
          await frame();
          await frame();
          times.push(performance.now() - start);
          if (document.getElementById('app')?.childElementCount === 0)
            console.error(`nothing is shown for ${JSON.stringify(hash)}`);
        }
        location.hash = '#/';
        await frame();
        return times;
      }, samples(hashText));
      await expectHarmless(took, 'addresses');
    },
    SOAK ? 900_000 : 60_000,
  );

  test(
    'any query is answered, and shown as text',
    async () => {
      await page.getByRole('searchbox').waitFor();
      const took = await page.evaluate(async (queries) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const times: number[] = [];
        for (const query of queries) {
          const box = document.querySelector('[role=searchbox]');
          if (!(box instanceof HTMLInputElement)) throw new Error('there is no search box');
          const start = performance.now();
          box.value = query;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await frame();
          await frame();
          times.push(performance.now() - start);
        }
        return times;
      }, samples(queryText));
      await expectHarmless(took, 'queries');
    },
    SOAK ? 900_000 : 60_000,
  );

  // Safari throws after a hundred changes in half a minute: a quick typist gets there.
  test('a browser that takes no more entries of history does not keep the page from answering', async () => {
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException('Attempt to use history.replaceState() too often', 'SecurityError');
      };
      Object.assign(history, { pushState: refuse, replaceState: refuse });
    });
    await page.getByRole('searchbox').fill('51');
    const first = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
    await expect.poll(() => first.innerText(), { timeout: 10_000 }).toContain('51');
    expect(seen).toEqual([]);
    expect(browser.errors).toEqual([]);
    await page.evaluate(() => {
      Reflect.deleteProperty(history, 'pushState');
      Reflect.deleteProperty(history, 'replaceState');
    });
  });

  test('afterwards the page still answers', async () => {
    await page.getByRole('searchbox').fill('e3');
    const first = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
    await expect.poll(() => first.innerText(), { timeout: 10_000 }).toContain('E3');
  });
});
