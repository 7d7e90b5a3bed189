// Firefox ESR of Debian, by BiDi, without a window. Its profile is a folder like that of any user.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BidiSession } from './bidi-session.ts';
import { DrivenBrowser, type RunningBrowser } from './driven-browser.ts';
import type { Engine } from './engine.ts';
import { findProgram, ProcessGroup } from './process-group.ts';

const PROGRAM = findProgram('firefox-esr') ?? findProgram('firefox');
const START_LIMIT_MS = 90_000;

/** No question to the user, no page of its own, no call home, and no safe mode offered after a crash. */
const PREFERENCES: Readonly<Record<string, unknown>> = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'services.settings.server': 'data:,',
};

async function launch(program: string, profile: string): Promise<RunningBrowser> {
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const env = { ...process.env, HOME: profile };
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const group = new ProcessGroup(program, args, env);
  const address = await group.says(/WebDriver BiDi listening on (ws:\S+)/, START_LIMIT_MS);
  const session = await BidiSession.start(address);
  return {
    version: session.browserVersion,
    firstTab: await session.firstTab(),
    newTab: () => session.newTab(),
    stop: async () => {
      await session.end().catch(() => undefined);
      session.close();
      await group.ended();
    },
    kill: async () => {
      await group.kill();
      session.close();
    },
  };
}

export const FIREFOX: Engine = {
  id: 'firefox',
  name: 'Firefox ESR',
  howToInstall: 'apt-get install firefox-esr',
  keepsProfile: true,
  hasTabs: true,
  hasInitScripts: true,
  isInstalled: () => PROGRAM !== undefined,
  prepare: async () => {
    const program = PROGRAM ?? '';
    return {
      newBrowser: () => new DrivenBrowser((profile) => launch(program, profile), FIREFOX),
      end: async () => undefined,
    };
  },
};
