// WebKitGTK and WPE WebKit of Debian, by their own WebDriver. The browsers that come with both forget everything at their end
// when they are driven; for WebKitGTK a small shell of ours, which needs its bindings for Python, keeps a profile. Its
// MiniBrowser is tried as well: as in a private window, what a failed install has stored is lost there.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DrivenBrowser } from './driven-browser.ts';
import type { Engine, PreparedEngine } from './engine.ts';
import { findProgram, ProcessGroup } from './process-group.ts';
import { launchWebKit, type WebKitLaunch } from './webkit-launch.ts';

const SHELL = join(import.meta.dirname, 'webkitgtk-shell.py');
const SCREEN = ['-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp'];
const SCREEN_LIMIT_MS = 60_000;

/** Debian's own Python has them; another one may come before it in the path. */
function hasBindings(python: string): boolean {
  const script = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
  return spawnSync(python, ['-c', script]).status === 0;
}

function findGtk() {
  const driver = findProgram('WebKitWebDriver');
  const xvfb = findProgram('Xvfb');
  return driver && xvfb ? { driver, xvfb } : undefined;
}

function findPython(): string | undefined {
  return ['/usr/bin/python3', 'python3'].find(hasBindings);
}

/** In a folder of the machine's architecture, not in the path. */
function findMiniBrowser(): string | undefined {
  return readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'webkit2gtk-4.1/MiniBrowser'))
    .find((path) => existsSync(path));
}

function findWpe() {
  const driver = findProgram('WPEWebDriver');
  const cog = findProgram('cog');
  return driver && cog ? { driver, cog } : undefined;
}

function required<Programs>(programs: Programs | undefined): Programs {
  if (programs === undefined) throw new Error('not installed');
  return programs;
}

async function prepareGtk(
  engine: Engine,
  binary: string | undefined,
  args: (profile: string) => readonly string[],
): Promise<PreparedEngine> {
  const { driver, xvfb } = required(findGtk());
  const screen = new ProcessGroup(xvfb, SCREEN);
  const display = await screen.says(/^(\d+)$/m, SCREEN_LIMIT_MS);
  const launch: WebKitLaunch = {
    driver,
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' },
    options: (profile) => ({ 'webkitgtk:browserOptions': { binary, args: args(profile) } }),
  };
  return {
    newBrowser: () => new DrivenBrowser((profile) => launchWebKit(launch, profile), engine),
    end: () => screen.kill(),
  };
}

export const WEBKIT_GTK: Engine = {
  id: 'webkitgtk',
  name: 'WebKitGTK',
  howToInstall: 'apt-get install webkit2gtk-driver python3-gi gir1.2-webkit2-4.1 xvfb',
  keepsProfile: true,
  hasTabs: true,
  hasInitScripts: true,
  isInstalled: () => findGtk() !== undefined && findPython() !== undefined,
  prepare: () => prepareGtk(WEBKIT_GTK, findPython(), (profile) => [SHELL, profile]),
};

export const MINI_BROWSER: Engine = {
  id: 'minibrowser',
  name: 'MiniBrowser',
  howToInstall: 'apt-get install webkit2gtk-driver xvfb',
  keepsProfile: false,
  hasTabs: false,
  hasInitScripts: false,
  isInstalled: () => findGtk() !== undefined && findMiniBrowser() !== undefined,
  prepare: () => prepareGtk(MINI_BROWSER, findMiniBrowser(), () => ['--automation']),
};

export const WPE: Engine = {
  id: 'wpe',
  name: 'WPE WebKit',
  howToInstall: 'apt-get install wpewebkit-driver cog',
  keepsProfile: false,
  hasTabs: false,
  hasInitScripts: false,
  isInstalled: () => findWpe() !== undefined,
  prepare: async () => {
    const { driver, cog } = required(findWpe());
    const args = ['--platform=headless', '--automation'];
    const launch: WebKitLaunch = {
      driver,
      env: process.env,
      options: () => ({ 'wpe:browserOptions': { binary: cog, args } }),
    };
    return {
      newBrowser: () => new DrivenBrowser((profile) => launchWebKit(launch, profile), WPE),
      end: async () => undefined,
    };
  },
};
