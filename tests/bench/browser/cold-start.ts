// Offline cold start → first answer painted: the host is down, the browser is a new process on the profile in which the app
// is installed, and the address already holds a query. Beside it the same page with its scripts switched off: what the
// browser and the service worker take for themselves.

import type { Page } from 'playwright-core';
import type { TestBrowser } from '../../support/browser.ts';
import { slowDown } from './slow-down.ts';
import { watchPaints } from './watched-page.ts';

const QUERY = '/#/?q=e3';

/** Milliseconds from the start of the navigation. */
export async function coldStart(browser: TestBrowser, origin: string, throttle: number): Promise<number> {
  return inNewProcess(browser, async (page) => {
    await watchPaints(page);
    await slowDown(page, throttle);
    await page.goto(origin + QUERY);
    await page.waitForFunction(() => window.benchFirstAnswer > 0, undefined, { polling: 20 });
    return page.evaluate(() => window.benchFirstAnswer);
  });
}

/** The same until the document is there, with no script of the page run. */
export async function idleStart(browser: TestBrowser, origin: string, throttle: number): Promise<number> {
  return inNewProcess(browser, async (page) => {
    await slowDown(page, throttle);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await page.goto(origin + QUERY);
    const { metrics } = await session.send('Performance.getMetrics');
    const at = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return (at('DomContentLoaded') - at('NavigationStart')) * 1000;
  });
}

async function inNewProcess(browser: TestBrowser, act: (page: Page) => Promise<number>): Promise<number> {
  await browser.stop();
  return act(await browser.start());
}
