// WebKitGTK and WPE WebKit of Debian, by their own WebDriver. The browsers that come with both forget everything at their end
// when they are driven; for WebKitGTK a small shell of ours, which needs its bindings for Python, keeps a profile.

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DrivenBrowser, type RunningBrowser } from './driven-browser.ts';
import type { Tab } from './driven-page.ts';
import type { Engine } from './engine.ts';
import { resultOf, scriptOf } from './page-script.ts';
import { findProgram, ProcessGroup } from './process-group.ts';
import { BLANK, type DriverTab, WebDriverSession } from './webdriver-session.ts';

const SHELL = join(import.meta.dirname, 'webkitgtk-shell.py');
const START_LIMIT_MS = 60_000;
/** The shell runs it in every view that it makes afterwards. */
const PRELOADED = 'preload.js';

interface Launch {
  readonly driver: string;
  readonly options: (profile: string) => Readonly<Record<string, unknown>>;
  readonly env: NodeJS.ProcessEnv;
}

async function launch({ driver, options, env }: Launch, profile: string): Promise<RunningBrowser> {
  const port = await freePort();
  const group = new ProcessGroup(driver, [`--port=${port}`], env);
  rmSync(join(profile, PRELOADED), { force: true });
  const address = `http://127.0.0.1:${port}`;
  const session = await WebDriverSession.start(address, options(profile)).catch(async (error) => {
    await group.kill();
    throw error;
  });
  const [first = ''] = await session.tabs();
  return {
    version: session.browserVersion,
    firstTab: withPreload(session, session.tab(first), profile),
    newTab: async () => withPreload(session, session.tab(await session.newTab()), profile),
    stop: async () => {
      await session.end().catch(() => undefined);
      await group.ended([group.pid]);
      await group.kill();
    },
    kill: () => group.kill(),
  };
}

/** WebDriver has no such thing: the shell gives the script to the next tab, which takes the place of this one. */
function withPreload(session: WebDriverSession, first: DriverTab, profile: string): Tab {
  let tab = first;
  return {
    navigate: (url, limit) => tab.navigate(url, limit),
    reload: () => tab.reload(),
    call: (body) => tab.call(body),
    close: () => tab.close(),
    preload: async (script) => {
      const file = join(profile, PRELOADED);
      writeFileSync(file, script);
      const former = tab;
      const url = resultOf<string>(await former.call(scriptOf('() => document.URL', undefined)));
      tab = session.tab(await session.newTab());
      rmSync(file);
      await former.close();
      if (url !== BLANK) await tab.navigate(url, START_LIMIT_MS);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Debian's own Python has them; another one may come before it in the path. */
function hasBindings(python: string): boolean {
  const script = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
  return spawnSync(python, ['-c', script]).status === 0;
}

function findGtk() {
  const driver = findProgram('WebKitWebDriver');
  const xvfb = findProgram('Xvfb');
  const python = ['/usr/bin/python3', 'python3'].find(hasBindings);
  return driver && xvfb && python ? { driver, xvfb, python } : undefined;
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

export const WEBKIT_GTK: Engine = {
  id: 'webkitgtk',
  name: 'WebKitGTK',
  howToInstall: 'apt-get install webkit2gtk-driver python3-gi gir1.2-webkit2-4.1 xvfb',
  keepsProfile: true,
  hasTabs: true,
  hasInitScripts: true,
  isInstalled: () => findGtk() !== undefined,
  prepare: async () => {
    const { driver, xvfb, python } = required(findGtk());
    const screen = new ProcessGroup(xvfb, [
      '-displayfd',
      '1',
      '-screen',
      '0',
      '800x900x24',
      '-nolisten',
      'tcp',
    ]);
    const display = await screen.says(/^(\d+)$/m, START_LIMIT_MS);
    const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' };
    const options = (profile: string) => ({
      'webkitgtk:browserOptions': { binary: python, args: [SHELL, profile] },
    });
    return {
      newBrowser: () => new DrivenBrowser((profile) => launch({ driver, options, env }, profile), WEBKIT_GTK),
      end: () => screen.kill(),
    };
  },
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
    const options = () => ({
      'wpe:browserOptions': { binary: cog, args: ['--platform=headless', '--automation'] },
    });
    return {
      newBrowser: () =>
        new DrivenBrowser((profile) => launch({ driver, options, env: process.env }, profile), WPE),
      end: async () => undefined,
    };
  },
};
