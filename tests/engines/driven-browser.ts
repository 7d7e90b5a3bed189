// A browser that is driven by WebDriver or BiDi: what faults ask of it, on top of what each engine does in its own way.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '../faults/fault-scene.ts';
import type { FaultBrowser, StorageType } from '../support/test-page.ts';
import { DrivenPage, type Tab } from './driven-page.ts';
import type { Engine } from './engine.ts';
import { clearFromInside } from './page-script.ts';

const TAKE_OVER_MS = 1500;

export interface RunningBrowser {
  readonly version: string;
  /** The tab that every start opens. */
  readonly firstTab: Tab;
  newTab(): Promise<Tab>;
  /** Ends it as its user would; resolves when no process of it is left. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export class DrivenBrowser implements FaultBrowser {
  readonly hasInitScripts: boolean;
  readonly profile = mkdtempSync(join(tmpdir(), 'pos-engine-'));
  /** Of the engine; empty before the first start. */
  version = '';
  readonly #launch: (profile: string) => Promise<RunningBrowser>;
  readonly #keepsProfile: boolean;
  #running: RunningBrowser | undefined;
  #page: DrivenPage | undefined;
  /** Those that may be open. */
  #pages: DrivenPage[] = [];
  /** Nothing has been opened since the start. */
  #isNew = false;

  /** `keepsProfile`: what was stored is there after a new start. */
  constructor(
    launch: (profile: string) => Promise<RunningBrowser>,
    { keepsProfile, hasInitScripts }: Pick<Engine, 'keepsProfile' | 'hasInitScripts'>,
  ) {
    this.hasInitScripts = hasInitScripts;
    this.#launch = launch;
    this.#keepsProfile = keepsProfile;
  }

  async start(): Promise<DrivenPage> {
    this.#running = await this.#launch(this.profile);
    this.version = this.#running.version;
    this.#isNew = true;
    this.#page = new DrivenPage(this.#running.firstTab);
    this.#pages = [this.#page];
    return this.#page;
  }

  async newPage(): Promise<DrivenPage> {
    this.#isNew = false;
    const page = new DrivenPage(await this.#started().newTab());
    this.#pages.push(page);
    return page;
  }

  /** As a user who closes the app, and the browser some time later: a worker that waits takes over in between. */
  async #closePages(): Promise<void> {
    const pages = this.#pages;
    if (this.#running === undefined) return;
    this.#pages = [];
    await this.newPage();
    for (const page of pages) await page.close().catch(() => undefined);
    await pause(TAKE_OVER_MS);
  }

  /** In a new process; where that would forget everything, in the same tab after an empty page. */
  async freshPage(): Promise<DrivenPage> {
    if (this.#isNew && this.#page !== undefined) {
      this.#isNew = false;
      return this.#page;
    }
    if (!this.#keepsProfile && this.#page !== undefined) {
      await this.#page.goto('about:blank');
      return this.#page;
    }
    await this.#closePages();
    await this.stop();
    const page = await this.start();
    this.#isNew = false;
    return page;
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
    this.#running = undefined;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  stopWorkers(): Promise<void> {
    return Promise.reject(new Error('this engine stops its workers by itself'));
  }

  clearStorage(page: DrivenPage, _origin: string, types: readonly StorageType[]): Promise<void> {
    return page.evaluate(clearFromInside, types);
  }

  limitQuota(): Promise<void> {
    return Promise.reject(new Error('this engine takes no other quota'));
  }

  #started(): RunningBrowser {
    if (this.#running === undefined) throw new Error('the browser is not running');
    return this.#running;
  }
}
