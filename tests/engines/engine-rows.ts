// Which faults every engine is tried with: the core of tests/faults, some more where engines differ, and three that ask the
// plain question first. What an engine has no means for is not applicable, with the reason.

import type { FaultRow, Outcome } from '../faults/fault-row.ts';
import type { FaultScene } from '../faults/fault-scene.ts';
import { FAULTS, titleOf } from '../faults/faults.ts';
import { until } from './driven-page.ts';
import type { Engine } from './engine.ts';

/** Beside the core: what is done differently by engines, or was found on one of them. */
const MORE: ReadonlySet<string> = new Set([
  'install: not found',
  'install: the line is cut after 8 files',
  'install: every script with bytes added, to be kept for a year, and a tap on 重置',
  'worker: sw.js is missing',
  'worker: sw.js never comes',
  'cache: every file deleted, the cache kept',
  'cleared: service_workers',
  'kill: power lost 400 ms into an install',
  'kill: power lost 300 ms into an update',
  'kill: power lost in the middle of a write to the journal',
  'api: no navigator.storage',
  'tabs: controllerchange is never told',
  'tabs: the host dies between the tap and the reload',
]);

/** What is typed, and the article that must come first. */
const TOP_HITS: readonly (readonly [query: string, article: string])[] = [
  ['e3', 'codes/terminal/e3'],
  ['91', 'codes/unionpay/91'],
  ['余额不足', 'codes/unionpay/51'],
];

const SEARCH_LIMIT_MS = 8000;
const QUIT = 'the browser is quit while an update waits';

async function searchOffline(scene: FaultScene): Promise<void> {
  await scene.server.stop();
  const page = await scene.freshPage();
  await page.goto(scene.root);
  for (const [query, article] of TOP_HITS) {
    await page.getByRole('searchbox').fill(query);
    const isFirst = (href: string) =>
      document.querySelector('[aria-label="搜索结果"] a')?.getAttribute('href')?.endsWith(href) === true;
    await page.waitForFunction(isFirst, `#/${article}`, { timeout: SEARCH_LIMIT_MS });
  }
}

/** More than the oracle asks: the app opened by a new process, and used. */
const PLAIN: readonly FaultRow[] = [
  {
    name: 'nothing goes wrong',
    where: 'install',
    how: 'installed, then opened without a host',
    from: 'installed',
    expected: ['v1'],
    inject: async () => undefined,
  },
  {
    name: 'searched without a host',
    where: 'install',
    how: TOP_HITS.map(([query]) => query).join(', '),
    from: 'installed',
    expected: ['v1'],
    inject: searchOffline,
  },
  {
    name: 'power lost right after an install',
    where: 'kill',
    how: 'SIGKILL to every process of the browser',
    from: 'installed',
    expected: ['v1'],
    inject: (scene) => scene.killBrowser(),
  },
  {
    name: QUIT,
    where: 'update',
    how: 'v2 waits, the page is open, the process ends as by its menu',
    from: 'installed',
    expected: ['v1', 'v2'],
    newest: 'v2',
    inject: async (scene) => {
      await scene.tryUpdate();
      await scene.browser.stop();
      await scene.startBrowser();
    },
  },
  {
    name: 'a first install fails twice',
    where: 'install',
    how: 'two files refused at the first visit, another at the second',
    from: 'empty',
    expected: ['nothing'],
    inject: failTwice,
  },
];

async function failTwice(scene: FaultScene): Promise<void> {
  const drop = (pattern: RegExp) =>
    scene.server.spoil(pattern, (response) => void response.writeHead(500).end());
  drop(/\/assets\/(?:body|lookup)-/);
  await scene.tryInstall();
  scene.server.heal();
  drop(/\/icons\//);
  scene.server.clearLog();
  await scene.tryInstall();
  await until(
    async () => scene.server.log.some((url) => url.startsWith('/icons/')),
    SEARCH_LIMIT_MS,
    () => 'the second attempt asks for an icon',
  );
}

export const ENGINE_ROWS: readonly FaultRow[] = [
  ...PLAIN,
  ...FAULTS.filter((row) => row.core === true || MORE.has(titleOf(row))),
];

/** What an engine does otherwise: no page can help it, or it is as good. The way back, one visit, is held all the same. */
export function knownDifference(
  { name }: FaultRow,
  engine: Engine,
): { outcome: Outcome; reason: string } | undefined {
  if (engine.id === 'firefox' && name === QUIT)
    return { outcome: 'nothing', reason: 'it forgets the worker, see above' };
  if (engine.id === 'webkitgtk' && /^the first script (?:deleted|replaced by other bytes)$/.test(name))
    return { outcome: 'v1', reason: 'the script is still in its own cache, and the worker finds it there' };
  return undefined;
}

/** Undefined where the engine can be tried with it. */
export function whyNotApplicable({ where, name }: FaultRow, engine: Engine): string | undefined {
  if (engine.isChromium === true) return undefined;
  if (engine.id === 'minibrowser' && where !== 'install') return 'see WebKitGTK';
  if (where === 'disk') return 'written for the files of Chromium';
  if (where === 'quota') return 'takes no other quota';
  if ((where === 'kill' || name === QUIT) && !engine.keepsProfile)
    return 'forgets everything with its process when driven';
  if (where === 'tabs' && !engine.hasTabs && /tab /.test(name)) return 'one tab only when driven';
  if (engine.id === 'wpe' && /^the line is cut/.test(name))
    return 'sends no Sec-Fetch-Dest, by which the host knows the worker';
  if (/controllerchange/.test(name) && !engine.hasInitScripts) return 'runs no script before those of a page';
  return undefined;
}
