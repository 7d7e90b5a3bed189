// Key press → results painted, in the installed app, with the processor slowed down as a cheap phone's is.

import type { Page } from 'playwright-core';
import { slowDown } from './slow-down.ts';

/** Typed one key at a time; Han characters as an input method commits them. */
const TYPED = ['e3', '余额不足', '91', 'yuebuzu', '没出小票', 'qdsb', '签到失败', 'workkey'];

export interface KeyTimes {
  readonly results: readonly number[];
  readonly idle: readonly number[];
}

/** Times of every key of `rounds` rounds of queries, in milliseconds, and of as many keys that change nothing. */
export async function measureKeys(page: Page, throttle: number, rounds: number): Promise<KeyTimes> {
  const release = await slowDown(page, throttle);
  const box = page.getByRole('searchbox');
  const results: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of TYPED) {
      await box.fill('');
      await page.waitForTimeout(60);
      await forget(page);
      for (const key of query) {
        await page.keyboard.type(key);
        results.push(await nextPaint(page));
      }
      await page.keyboard.press('Shift');
      idle.push(await nextPaint(page));
    }
  }
  await release();
  return { results, idle };
}

/** Milliseconds that a merchant takes at least from opening the app to the first key. */
const FIRST_KEY_MS = 2000;

/** Times of the first key after a start, one start each, in milliseconds. */
export async function measureFirstKeys(page: Page, throttle: number, starts: number): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start < starts; start++) {
    const [key = ''] = TYPED[start % TYPED.length] ?? '';
    await page.reload();
    const release = await slowDown(page, throttle);
    await page.waitForTimeout(FIRST_KEY_MS);
    await page.getByRole('searchbox').focus();
    await forget(page);
    await page.keyboard.type(key);
    times.push(await nextPaint(page));
    await release();
  }
  return times;
}

async function forget(page: Page): Promise<void> {
  await page.waitForFunction(() => window.benchPaints.splice(0).length === 0, undefined, { polling: 40 });
}

async function nextPaint(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchPaints.length > 0, undefined, { polling: 20 });
  const [time = Number.NaN] = await page.evaluate(() => window.benchPaints.splice(0));
  return time;
}
