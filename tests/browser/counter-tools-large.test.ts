// 大字版: what it promises in pixels, and that it stays.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/browser.ts';
import { TestBuilds } from '../support/builds.ts';
import { CounterScene, switchToLargeType, TOOL_SCREENS, visit } from '../support/counter-scene.ts';

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

test('large type has no text under 24 px and no target under 60 px, and does not scroll sideways', async () => {
  const page = await scene.installed();
  await switchToLargeType(page);
  const found: string[] = [];
  for (const [hash, awaited] of TOOL_SCREENS.filter(([address]) => !address.includes('print'))) {
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, hash, awaited);
    found.push(...(await page.evaluate(tooSmall, hash)));
  }
  expect(found).toEqual([]);
});

/** In the page: what is smaller than large type promises. Links in running text are as tall as their line. */
function tooSmall(hash: string): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`${hash} scrolls sideways`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.unseen, svg') || element.getClientRects().length === 0) continue;
    const box = element.getBoundingClientRect();
    const name = `${hash} ${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (own && Number.parseFloat(getComputedStyle(element).fontSize) < 24) found.push(`${name}: text`);
    const isLink = element.matches('a') && element.closest('p, .prose') !== null;
    if (element.matches('button, a, summary, .file, .lines label') && !isLink && box.height < 59.5) {
      found.push(`${name}: ${box.height} px`);
    }
  }
  return found;
}

test('large type is there after a power loss, before the second script', async () => {
  const page = await scene.installed();
  await switchToLargeType(page);
  await eventually('it is kept', () => page.evaluate(() => localStorage.getItem('size') === 'large'));
  await page.waitForTimeout(300);
  const cold = await scene.restartOffline();
  await cold.getByRole('searchbox').waitFor();
  expect(await cold.evaluate(() => document.documentElement.dataset.size)).toBe('large');
  await cold.getByRole('button', { name: '标准字号' }).click();
  await cold.locator('html[data-size=""]').waitFor();
});
