// Interfaces of the browser that are missing or throw, and other tabs. The fault holds for one page: while it acts the app
// must answer from the network, or from the copy it had.

import type { FaultRow } from './fault-row.ts';
import { type FaultScene, pause } from './fault-scene.ts';

/** A page with the fault opens the app and searches. */
async function useWith(scene: FaultScene, script: string): Promise<void> {
  const page = await scene.openWith(script);
  await page.getByRole('searchbox').fill('e3');
  const hit = page.getByRole('list', { name: '搜索结果' }).getByRole('listitem').first();
  if (!(await hit.innerText()).includes('E3')) throw new Error('the page with the fault does not answer');
  if (scene.browser.hasInitScripts) return;
  scene.server.heal();
  await scene.freshPage();
  await scene.install();
}

const missing = (owner: string, name: string) =>
  `Object.defineProperty(${owner}, '${name}', { value: undefined, configurable: true });`;
const throwing = (owner: string, name: string) =>
  `Object.defineProperty(${owner}, '${name}', { get() { throw new DOMException('x', 'SecurityError'); } });`;
const rejecting = (place: string) =>
  `${place} = () => Promise.reject(new DOMException('x', 'InvalidStateError'));`;

const API: readonly (readonly [name: string, script: string, core?: 'core'])[] = [
  ['no serviceWorker', missing('Navigator.prototype', 'serviceWorker'), 'core'],
  ['serviceWorker throws', throwing('Navigator.prototype', 'serviceWorker')],
  ['register rejects', rejecting('ServiceWorkerContainer.prototype.register')],
  ['register never ends', 'ServiceWorkerContainer.prototype.register = () => new Promise(() => {});'],
  ['no caches', missing('window', 'caches')],
  ['caches throws', throwing('window', 'caches')],
  ['no indexedDB', missing('window', 'indexedDB')],
  ['indexedDB throws', throwing('window', 'indexedDB'), 'core'],
  [
    'indexedDB.open throws',
    "IDBFactory.prototype.open = () => { throw new DOMException('x', 'UnknownError'); };",
  ],
  [
    'every transaction throws: connection to the database server lost',
    "IDBDatabase.prototype.transaction = () => { throw new DOMException('x', 'InvalidStateError'); };",
  ],
  ['localStorage throws', throwing('window', 'localStorage')],
  ['sessionStorage throws', throwing('window', 'sessionStorage')],
  ['no navigator.storage', missing('Navigator.prototype', 'storage')],
  ['persist rejects', rejecting('StorageManager.prototype.persist')],
  ['no requestIdleCallback', 'delete window.requestIdleCallback;'],
  ['no trustedTypes', 'delete window.trustedTypes;'],
  ['the clock is in 1970', 'Date.now = () => 1000;'],
  ['the clock is in 2090', 'Date.now = () => 3786912000000;'],
  [
    'history throws',
    "history.replaceState = history.pushState = () => { throw new DOMException('x', 'SecurityError'); };",
  ],
];

export const API_ROWS: readonly FaultRow[] = API.map(([name, script, core]) => ({
  name,
  where: 'api',
  how: 'script before the page',
  from: 'installed',
  expected: ['v1'],
  ...(core && { core: true }),
  inject: (scene) => useWith(scene, script),
}));

/** v2 waits, and a page with `script` taps 更新. */
async function takeUpdateWith(scene: FaultScene, script: string): Promise<void> {
  await scene.page.addInitScript(script);
  scene.server.deploy(scene.builds.v2.folder);
  await scene.page.reload();
  await scene.page.getByRole('button', { name: '更新' }).first().click();
  await scene.page.waitForFunction(
    (id) => document.documentElement.dataset.bundle === id,
    scene.builds.v2.bundleId,
  );
}

export const TAB_ROWS: readonly FaultRow[] = [
  {
    name: 'controllerchange is never told',
    where: 'tabs',
    how: 'the listener is not added',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    inject: (scene) =>
      takeUpdateWith(
        scene,
        `const add = EventTarget.prototype.addEventListener;
         EventTarget.prototype.addEventListener = function (type, ...rest) {
           if (type !== 'controllerchange') return add.call(this, type, ...rest);
         };`,
      ),
  },
  {
    name: 'a second tab while the first takes the update',
    where: 'tabs',
    how: 'both must end in v2',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    core: true,
    inject: async (scene) => {
      const other = await scene.browser.newPage();
      await other.goto(scene.root);
      await takeUpdateWith(scene, '');
      await other.waitForFunction(
        (id) => document.documentElement.dataset.bundle === id,
        scene.builds.v2.bundleId,
      );
    },
  },
  {
    name: 'a second tab on a route of the old version stays open',
    where: 'tabs',
    how: 'the update waits',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    inject: async (scene) => {
      const other = await scene.browser.newPage();
      await other.goto(`${scene.root}#/codes/terminal/e3`);
      await scene.tryUpdate();
      await other.close();
    },
  },
  {
    name: 'the host dies between the tap and the reload',
    where: 'tabs',
    how: 'the port is closed before 更新 is tapped',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    inject: async (scene) => {
      scene.server.deploy(scene.builds.v2.folder);
      await scene.page.reload();
      const button = scene.page.getByRole('button', { name: '更新' }).first();
      await button.waitFor();
      await scene.server.stop();
      await button.click();
      await scene.page.waitForFunction(
        (id) => document.documentElement.dataset.bundle === id,
        scene.builds.v2.bundleId,
      );
    },
  },
  {
    name: 'another tab holds the database and never lets go',
    where: 'tabs',
    how: 'a connection that ignores versionchange',
    from: 'installed',
    expected: ['v1'],
    inject: async (scene) => {
      const other = await scene.browser.newPage();
      await other.goto(`${scene.root}no-such-page`);
      await other.evaluate(() => {
        indexedDB.open('pos-reference');
      });
      await scene.page.reload();
      await pause(500);
    },
  },
];
