// No screen of the counter breaks a rule of axe, in either colour scheme and either size of type.

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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

/** Names of the rules broken on the present screen. */
function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  return page.evaluate(async (names) => {
    const engine = (window as unknown as { axe: typeof axe }).axe;
    const found = await engine.run(document, {
      rules: Object.fromEntries(names.map((name) => [name, { enabled: true }])),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, rules);
}

test.each(['light', 'dark'] as const)('axe finds nothing in %s, in either size', async (colorScheme) => {
  const page = await scene.installed();
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const size of ['normal', 'large']) {
    if (size === 'large') await switchToLargeType(page);
    for (const [hash, awaited] of TOOL_SCREENS) {
      await visit(page, hash, awaited);
      // The card is a picture of what is printed, as small as the screen.
      const rules = size === 'large' && !hash.includes('print') ? ['color-contrast-enhanced'] : [];
      for (const violation of await violations(page, rules)) found.push(`${size} ${hash} ${violation}`);
    }
  }
  expect(found).toEqual([]);
});
