// The built app in Chromium, served as in production: installed once, then measured online and with the host down.

import { TestBrowser, waitForOffline } from '../../support/browser.ts';
import { TestBuilds } from '../../support/builds.ts';
import { FaultServer } from '../../support/fault-server.ts';
import type { BrowserFigures } from '../results.ts';
import { median, percentile } from '../statistics.ts';
import { coldStart, idleStart } from './cold-start.ts';
import { measureFirstKeys, measureKeys } from './key-press.ts';
import { watchPaints } from './watched-page.ts';

const THROTTLES = [1, 4, 6];

/** `runs`: of each figure. */
export async function measureBrowser(runs: number): Promise<BrowserFigures[]> {
  const builds = new TestBuilds();
  const server = new FaultServer(await builds.current());
  const browser = new TestBrowser();
  try {
    await server.start();
    const page = await browser.start();
    await watchPaints(page);
    await page.goto(`${server.origin}/`);
    await waitForOffline(page, 'ready');
    await page.reload();
    await page.getByRole('searchbox').focus();
    const figures: BrowserFigures[] = [];
    for (const throttle of THROTTLES) {
      console.error(`  browser: keys at ${throttle}×`);
      const { results, idle } = await measureKeys(page, throttle, Math.ceil(runs / 3));
      figures.push(figuresOf('key press → results painted', throttle, results, idle));
      const first = await measureFirstKeys(page, throttle, runs);
      figures.push(figuresOf('first key after a start → results painted', throttle, first, idle));
    }
    await server.stop();
    return [...figures, ...(await coldStarts(browser, server.origin, runs))];
  } finally {
    await browser.remove();
    await server.stop();
    builds.remove();
  }
}

/** Throttles take turns, so that a slow minute of the machine spoils one run of each. */
async function coldStarts(browser: TestBrowser, origin: string, runs: number): Promise<BrowserFigures[]> {
  const all = THROTTLES.map((throttle) => ({ throttle, starts: [] as number[], idle: [] as number[] }));
  for (let run = 0; run < runs; run++) {
    console.error(`  browser: cold start ${run + 1} of ${runs}`);
    for (const { throttle, starts, idle } of all) {
      starts.push(await coldStart(browser, origin, throttle));
      idle.push(await idleStart(browser, origin, throttle));
    }
  }
  return all.map(({ throttle, starts, idle }) =>
    figuresOf('offline cold start → first answer painted', throttle, starts, idle),
  );
}

function figuresOf(
  what: string,
  throttle: number,
  times: readonly number[],
  idle: readonly number[],
): BrowserFigures {
  return {
    what,
    throttle,
    runs: times.length,
    medianMs: median(times),
    longestMs: percentile(times, 1),
    idleMs: median(idle),
  };
}
