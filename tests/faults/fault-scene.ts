// What a fault is made with: a host of its own, hence an origin of its own, and pages in a browser that many faults share.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForOffline } from '../support/browser.ts';
import { FaultServer } from '../support/fault-server.ts';
import type { FaultBrowser, TestPage } from '../support/test-page.ts';
import type { Build, VersionName } from './fault-builds.ts';

/** It is what is tried that must be quick, not the machine that tries it. */
const INSTALL_LIMIT_MS = 120_000;

const RECORD = {
  key: 'favourite/codes/terminal/e3',
  v: 1,
  at: 1,
  value: { articleId: 'codes/terminal/e3', title: 'E3', code: 'E3', at: 1 },
};

export class FaultScene {
  readonly server: FaultServer;
  readonly builds: Readonly<Record<VersionName, Build>>;
  readonly browser: FaultBrowser;
  #page: TestPage | undefined;

  constructor(builds: Readonly<Record<VersionName, Build>>, browser: FaultBrowser) {
    this.builds = builds;
    this.browser = browser;
    this.server = new FaultServer(builds.v1.folder);
  }

  get page(): TestPage {
    if (this.#page === undefined) throw new Error('no page is open');
    return this.#page;
  }

  get root(): string {
    return `${this.server.origin}/`;
  }

  /** The host runs, and one page of its origin is open that is not the app. */
  async open(): Promise<void> {
    await this.server.start();
    await this.freshPage();
    await this.page.goto(`${this.root}no-such-page`);
    await this.writeJournal();
  }

  async install(): Promise<void> {
    await this.page.goto(this.root);
    await waitForOffline(this.page, 'ready', INSTALL_LIMIT_MS);
  }

  /** Closes every other page, so that a new worker may take over, and stops the workers. */
  async freshPage(): Promise<TestPage> {
    this.#page = await this.browser.freshPage();
    return this.#page;
  }

  /** The app with `script` before its own: by the browser, or where it cannot, by the host, which needs a page without worker. */
  async openWith(script: string): Promise<TestPage> {
    const page = await this.freshPage();
    if (this.browser.hasInitScripts) {
      await page.addInitScript(script);
      await page.goto(this.root);
      return page;
    }
    await page.goto(`${this.root}no-such-page`);
    await this.browser.clearStorage(page, this.server.origin, ['service_workers']);
    const html = readFileSync(join(this.builds.v1.folder, 'index.html'), 'utf8');
    this.server.spoil(/^\/$/, (response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(html.replace('<head>', '<head><script src="./first.js"></script>'));
    });
    this.server.spoil(/^\/first\.js$/, (response) => {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    });
    await page.goto(this.root);
    return page;
  }

  /** As a phone without power: the browser is gone, and started again. */
  async killBrowser(): Promise<void> {
    await this.browser.kill();
    await this.startBrowser();
  }

  async startBrowser(): Promise<void> {
    this.#page = await this.browser.start();
  }

  stopWorkers(): Promise<void> {
    return this.browser.stopWorkers(this.page);
  }

  /** Visits with the fault acting, until the install has failed or come to its end, ten seconds at most. */
  async tryInstall(): Promise<void> {
    await this.page.goto(this.root, { waitUntil: 'commit', timeout: 10_000 }).catch(() => undefined);
    const settled = async () =>
      this.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.active?.state === 'activated' || registration === undefined;
      });
    const end = Date.now() + 10_000;
    let asked = false;
    while (Date.now() < end) {
      asked ||= this.server.log.some((url) => url.startsWith('/sw.js'));
      if (asked && (await settled().catch(() => true))) return;
      await pause(100);
    }
  }

  /** Deploys v2 and asks for it; resolves to how far the new worker came within ten seconds. */
  async tryUpdate(to: VersionName = 'v2'): Promise<string> {
    this.server.deploy(this.builds[to].folder);
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('late'), 10_000));
      const update = async () => {
        const updated = await registration?.update();
        const worker = updated?.installing;
        if (!worker) return 'no new worker';
        return new Promise<string>((resolve) => {
          worker.addEventListener('statechange', () => resolve(worker.state));
        });
      };
      return Promise.race([update().catch(String), late]);
    });
  }

  /** Past the app, straight to disk, as an older visit has left it. */
  async writeJournal(): Promise<void> {
    await this.page.evaluate(
      (record) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('pos-reference', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('records', { keyPath: 'key' });
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
            transaction.objectStore('records').put(record);
            transaction.onabort = () => reject(transaction.error);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      RECORD,
    );
  }

  hasJournal(): Promise<boolean> {
    return this.page.evaluate(
      (key) =>
        new Promise<boolean>((resolve, reject) => {
          const opening = indexedDB.open('pos-reference');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            if (!database.objectStoreNames.contains('records')) return resolve(false);
            const reading = database.transaction('records').objectStore('records').getKey(key);
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result !== undefined);
            };
          };
        }),
      RECORD.key,
    );
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
