// Browsers that tests take turns with: each test has one for itself, because closing every page is part of the oracle.

import { TestBrowser } from '../support/browser.ts';

export class BrowserPool {
  readonly #all: readonly TestBrowser[];
  readonly #idle: TestBrowser[] = [];
  /** In the order in which they ask. */
  readonly #waiting: ((browser: TestBrowser) => void)[] = [];

  constructor(size: number) {
    this.#all = Array.from({ length: size }, () => new TestBrowser());
  }

  /** Resolves to the name of the engine. */
  async start(): Promise<string> {
    let version = '';
    for (const browser of this.#all) {
      await browser.start();
      version = browser.context.browser()?.version() ?? '';
      this.#idle.push(browser);
    }
    return `Chromium ${version}`;
  }

  async use<Result>(work: (browser: TestBrowser) => Promise<Result>): Promise<Result> {
    const browser =
      this.#idle.pop() ?? (await new Promise<TestBrowser>((resolve) => this.#waiting.push(resolve)));
    try {
      // One that has crashed must not fail every later test.
      if (!browser.isRunning()) await browser.start();
      return await work(browser);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(browser);
      else next(browser);
    }
  }

  async remove(): Promise<void> {
    for (const browser of this.#all) await browser.remove();
  }
}
