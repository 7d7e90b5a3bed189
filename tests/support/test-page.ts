// What a fault needs of a browser and of a page, so that one list of faults serves every engine. Playwright's own objects
// satisfy it as they are; tests/engines drives the engines that Playwright cannot.

export type TestRole = 'button' | 'link' | 'list' | 'listitem' | 'searchbox';

export interface TestLocator {
  first(): TestLocator;
  getByRole(role: TestRole, options?: { name?: string }): TestLocator;
  count(): Promise<number>;
  waitFor(): Promise<void>;
  fill(text: string): Promise<void>;
  click(options?: { timeout?: number }): Promise<void>;
  innerText(options?: { timeout?: number }): Promise<string>;
}

export interface TestPage {
  /** Rejects where the browser shows its own error page. */
  goto(url: string, options?: { waitUntil?: 'commit'; timeout?: number }): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  /** Acts before the scripts of every document that this page opens from now on. */
  addInitScript(script: string): Promise<unknown>;
  /** Runs a function in the page: its text travels, so it sees nothing of this side but `arg`. */
  evaluate<Result, Arg>(work: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  waitForFunction<Arg>(
    condition: (arg: Arg) => unknown,
    arg: Arg,
    options?: { timeout?: number },
  ): Promise<unknown>;
  getByRole(role: TestRole, options?: { name?: string }): TestLocator;
}

export type StorageType = 'cache_storage' | 'service_workers' | 'indexeddb';

export interface FaultBrowser {
  /** `addInitScript` of its pages works. */
  readonly hasInitScripts: boolean;
  /** The folder that outlives the process. */
  readonly profile: string;
  /** A new process on the same profile, and its one page. */
  start(): Promise<TestPage>;
  newPage(): Promise<TestPage>;
  /** The only page, of a browser whose workers start cold. */
  freshPage(): Promise<TestPage>;
  stop(): Promise<void>;
  /** As a phone that loses power. */
  kill(): Promise<void>;
  /** Stops the process and deletes the profile. */
  remove(): Promise<void>;
  stopWorkers(page: TestPage): Promise<void>;
  clearStorage(page: TestPage, origin: string, types: readonly StorageType[]): Promise<void>;
  /** Bytes that an origin may store; undefined lifts the limit. */
  limitQuota(page: TestPage, origin: string, bytes: number | undefined): Promise<void>;
}
