// What a test of the counter begins with: the app installed and ready, and a way from screen to screen as a tap takes it.

import type { Page } from 'playwright-core';
import { OfflineScene } from './offline-scene.ts';

export class CounterScene extends OfflineScene {
  /** The home screen of the installed app. */
  async installed(): Promise<Page> {
    const page = await this.open();
    await this.install(page);
    return page;
  }
}

/** `awaited` is what the screen at `hash` draws last. */
export async function visit(page: Page, hash: string, awaited: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
  await page.locator(awaited).first().waitFor();
}

/** Each screen that a tool is on, and what it draws last. */
export const TOOL_SCREENS: readonly (readonly [hash: string, awaited: string])[] = [
  ['#/', '.home-foot'],
  ['#/?q=e3', '.answer .verdicts'],
  ['#/codes/terminal/receive-timeout', '.tools'],
  ['#/?mine', '.data'],
  ['#/?lines', '.line-guide'],
  ['#/?drill', '.drill [data-stored]'],
  ['#/?print=dianqian', '.sheet'],
  ['#/?status', '.status .report'],
];

/** Through the entrance on the home screen. */
export async function switchToLargeType(page: Page): Promise<void> {
  await visit(page, '#/', '.home-foot');
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.locator('html[data-size="large"]').waitFor();
}
