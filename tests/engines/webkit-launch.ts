// A browser on WebKit under its WebDriver, which runs no scripts before those of a page: the shell beside this file takes them
// from a file in its profile.

import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { RunningBrowser } from './driven-browser.ts';
import type { Tab } from './driven-page.ts';
import { resultOf, scriptOf } from './page-script.ts';
import { ProcessGroup } from './process-group.ts';
import { BLANK, type DriverTab, WebDriverSession } from './webdriver-session.ts';

const LOAD_LIMIT_MS = 45_000;
/** The shell runs it in every view that it makes afterwards. */
const PRELOADED = 'preload.js';

export interface WebKitLaunch {
  readonly driver: string;
  readonly options: (profile: string) => Readonly<Record<string, unknown>>;
  readonly env: NodeJS.ProcessEnv;
}

export async function launchWebKit(
  { driver, options, env }: WebKitLaunch,
  profile: string,
): Promise<RunningBrowser> {
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
      if (url !== BLANK) await tab.navigate(url, LOAD_LIMIT_MS);
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
