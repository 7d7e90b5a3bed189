// A browser with a profile on disk, so that a test can end its process, even by force, and start it again cold.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Chromium, findChromium } from './chromium.ts';
import type { FaultBrowser, StorageType, TestPage } from './test-page.ts';

/** A close that is under way takes some tens of milliseconds. */
const CLOSE_AGAIN_MS = 2000;

export class TestBrowser implements FaultBrowser {
  readonly hasInitScripts = true;
  readonly profile = mkdtempSync(join(tmpdir(), 'pos-profile-'));
  /** Addresses of every request that left for another host than the tested one. */
  readonly foreign: string[] = [];
  /** Errors that pages threw or logged. */
  readonly errors: string[] = [];
  readonly #find: () => Chromium;
  #context: BrowserContext | undefined;

  constructor(find = findChromium) {
    this.#find = find;
  }

  /** A new process on the same profile, and its one page. */
  async start(): Promise<Page> {
    const { executablePath, env } = this.#find();
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      env,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      viewport: { width: 360, height: 780 },
      locale: 'zh-CN',
    });
    this.#context.setDefaultTimeout(45_000);
    this.#context.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost') this.foreign.push(request.url());
    });
    this.#context.on('weberror', (error) => this.errors.push(String(error.error())));
    return closedForSure(this.#context.pages()[0] ?? (await this.#context.newPage()));
  }

  get context(): BrowserContext {
    if (this.#context === undefined) throw new Error('the browser is not running');
    return this.#context;
  }

  isRunning(): boolean {
    return this.#context?.browser()?.isConnected() === true;
  }

  async newPage(): Promise<Page> {
    return closedForSure(await this.context.newPage());
  }

  /** Every other page is closed, so that a new worker may take over, and the workers are stopped. */
  async freshPage(): Promise<Page> {
    const page = await this.newPage();
    for (const other of this.context.pages()) if (other !== page) await other.close();
    await this.stopWorkers(page);
    return page;
  }

  async stopWorkers(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    const stopped = session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
    // The answer never comes where a worker was about to take over; it is stopped all the same.
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 1000))]);
    await session.detach();
  }

  async clearStorage(page: Page, origin: string, types: readonly StorageType[]): Promise<void> {
    const session = await this.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: types.join(',') });
  }

  async limitQuota(page: Page, origin: string, bytes: number | undefined): Promise<void> {
    const session = await this.context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(bytes !== undefined && { quotaSize: bytes }),
    });
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** As a phone that loses power: no process of this profile gets to write anything more. */
  async kill(): Promise<void> {
    for (const pid of this.#processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
    await this.stop().catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Only processes whose command line names this profile. */
  #processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes(
            `--user-data-dir=${this.profile}`,
          );
        } catch {
          return false;
        }
      })
      .map(Number);
  }
}

/**
 * Chromium forgets to close a page whose reload comes in between: of pages that load themselves again all the time, one of twenty
 * stayed open, alive and well, and `close` waited for ever. It is asked until the page is closed.
 */
function closedForSure(page: Page): Page {
  const close = page.close.bind(page);
  const askAgain = async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.close');
  };
  page.close = async (options) => {
    const again = setInterval(() => askAgain().catch(() => undefined), CLOSE_AGAIN_MS);
    await close(options).finally(() => clearInterval(again));
  };
  return page;
}

/** Waits until the page says of itself what `kind` says. */
export async function waitForOffline(page: TestPage, kind: string, timeout = 45_000): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.offline === wanted, kind, {
    timeout,
  });
}

export function bundleId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.bundle);
}

/** Asks again and again, from outside the page, until the answer is yes. */
export async function eventually(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
