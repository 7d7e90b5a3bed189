// One engine that the faults are tried on: how it is found on this machine, and what can be done with it.

import type { FaultBrowser } from '../support/test-page.ts';

export interface EngineBrowser extends FaultBrowser {
  readonly version: string;
}

export interface PreparedEngine {
  newBrowser(): EngineBrowser;
  /** Ends what was started beside the browsers. */
  end(): Promise<void>;
}

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** A shell command. */
  readonly howToInstall: string;
  /** What it stored is there after a new start of the browser: a merchant's phone, and not a private window. */
  readonly keepsProfile: boolean;
  /** More than one page at a time. */
  readonly hasTabs: boolean;
  /** A script can be run before those of a page. */
  readonly hasInitScripts: boolean;
  /** It is driven by Playwright and its storage is on disk as in the Chromium of `npm test`. */
  readonly isChromium?: true;
  /** Where it does not come with the system, this installs it. */
  isInstalled(): boolean;
  /** Only where it is installed. */
  prepare(): Promise<PreparedEngine>;
}
