// What cleaners, disks, quotas and power losses do to what is stored.

import { type FaultAction, hang, portalPage, truncate } from '../support/fault-server.ts';
import type { FaultRow, Outcome } from './fault-row.ts';
import { type FaultScene, pause } from './fault-scene.ts';
import { observe } from './oracle.ts';

const WELL: readonly Outcome[] = ['v1'];
const SAFE: readonly Outcome[] = ['boot page', 'safe procedure', 'last resort'];

/** Deletes or overwrites what is stored under the addresses that match; at least one must. */
async function spoilCache(scene: FaultScene, pattern: string, body?: string): Promise<void> {
  const count = await scene.page.evaluate(
    async ([source, text]) => {
      let spoiled = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!new RegExp(source ?? '').test(request.url)) continue;
          if (text === undefined || text === null) await cache.delete(request);
          else {
            const headers = (await cache.match(request))?.headers;
            await cache.put(request, new Response(text, headers && { headers }));
          }
          spoiled++;
        }
      }
      return spoiled;
    },
    [pattern, body] as const,
  );
  if (count === 0) throw new Error(`nothing stored matches ${pattern}`);
}

type Part = readonly [name: string, pattern: string, lost: readonly Outcome[], core?: 'core'];

const PARTS: readonly Part[] = [
  ['the shell', 'index\\.html', ['last resort'], 'core'],
  ['the first script', '/assets/app-.*\\.js', SAFE, 'core'],
  ['the second script', '/assets/counter-', WELL],
  ['the second and the third script', '/assets/(?:counter|mend)-', WELL],
  ['every script', '/assets/.*\\.js', SAFE],
  ['the style', '/assets/app-.*\\.css', [...SAFE, 'without style']],
  ['the manifest of the bundle', '/assets/bundle-', SAFE],
  ['the index', '/assets/lookup-', SAFE],
  ['the bodies', '/assets/body-', WELL, 'core'],
  ['the articles', '/assets/articles-', WELL],
  ['the icons', '/icons/', WELL],
];

const STORAGES = ['cache_storage', 'service_workers', 'indexeddb'] as const;

/** All seven combinations. */
const COMBINATIONS = Array.from({ length: 7 }, (_, i) => STORAGES.filter((__, bit) => (i + 1) & (1 << bit)));

/** What may answer where the worker looks for a page of the host with other scripts. */
const NO_PAGE_OF_OURS: readonly (readonly [how: string, action: FaultAction])[] = [
  ['a portal page', portalPage],
  ['half of the page', truncate],
  ['no answer', hang],
];

export const CACHE_ROWS: readonly FaultRow[] = [
  ...PARTS.flatMap(([part, pattern, lost, core]): FaultRow[] => [
    {
      name: `${part} deleted`,
      where: 'cache',
      how: 'cache.delete',
      from: 'installed',
      expected: lost,
      ...(core && { core: true }),
      inject: (scene) => spoilCache(scene, pattern),
    },
    {
      name: `${part} deleted while only a newer version is on the host`,
      where: 'cache',
      how: 'cache.delete, v2 deployed',
      from: 'installed',
      expected: lost,
      newest: 'v2',
      ...(part === 'the second and the third script' && { core: true }),
      inject: (scene) => spoilCache(scene, pattern),
    },
    {
      name: `${part} replaced by other bytes`,
      where: 'cache',
      how: 'cache.put',
      from: 'installed',
      expected: lost,
      silent: true,
      ...(core && { core: true }),
      inject: (scene) => spoilCache(scene, pattern, 'damaged'),
    },
  ]),
  ...NO_PAGE_OF_OURS.map(
    ([how, action]): FaultRow => ({
      name: `the second and the third script deleted, and the line gives ${how}`,
      where: 'cache',
      how: 'cache.delete; the page is opened with that line',
      from: 'installed',
      expected: WELL,
      ...(action === portalPage && { core: true }),
      inject: async (scene) => {
        await spoilCache(scene, '/assets/(?:counter|mend)-');
        scene.server.spoil(/./, action);
        const seen = await observe(await scene.freshPage(), scene);
        if (seen !== 'v1') throw new Error(`the stored page is better than ${seen}`);
      },
    }),
  ),
  {
    name: 'every file deleted, the cache kept',
    where: 'cache',
    how: 'cache.delete',
    from: 'installed',
    expected: ['last resort'],
    inject: (scene) => spoilCache(scene, ''),
  },
  {
    name: 'every file empty',
    where: 'cache',
    how: 'cache.put',
    from: 'installed',
    expected: ['last resort'],
    inject: (scene) => spoilCache(scene, '', ''),
  },
  {
    name: 'every file of the old version deleted while a newer one is on the host',
    where: 'cache',
    how: 'cache.delete, v2 deployed',
    from: 'installed',
    expected: ['last resort'],
    newest: 'v2',
    inject: (scene) => spoilCache(scene, ''),
  },
];

export const CLEARED_ROWS: readonly FaultRow[] = COMBINATIONS.map((types): FaultRow => {
  const noWorker = types.includes('service_workers');
  return {
    name: types.join(' + '),
    where: 'cleared',
    how: 'Storage.clearDataForOrigin',
    from: 'installed',
    expected: noWorker ? ['nothing'] : types.includes('cache_storage') ? ['last resort'] : WELL,
    ...(types.includes('indexeddb') && { journalLost: true }),
    ...(types.length === 1 && types[0] === 'cache_storage' && { core: true }),
    inject: async (scene) => {
      await scene.browser.clearStorage(scene.page, scene.server.origin, types);
    },
  };
});

function limitQuota(scene: FaultScene, bytes?: number): Promise<void> {
  return scene.browser.limitQuota(scene.page, scene.server.origin, bytes);
}

export const QUOTA_ROWS: readonly FaultRow[] = [
  {
    name: 'no room for an install',
    where: 'quota',
    how: 'Storage.overrideQuotaForOrigin, 3 kB',
    from: 'empty',
    expected: ['nothing'],
    inject: async (scene) => {
      await limitQuota(scene, 3000);
      await scene.tryInstall();
      await limitQuota(scene);
    },
  },
  {
    name: 'no room for an update',
    where: 'quota',
    how: 'Storage.overrideQuotaForOrigin, 3 kB',
    from: 'installed',
    expected: ['v1'],
    newest: 'v2',
    core: true,
    inject: async (scene) => {
      await limitQuota(scene, 3000);
      await scene.tryUpdate();
      await limitQuota(scene);
    },
  },
];

function killRow(where: 'install' | 'update', milliseconds: number, core: boolean): FaultRow {
  const install = where === 'install';
  return {
    name: `power lost ${milliseconds} ms into an ${where}`,
    where: 'kill',
    how: 'SIGKILL to every process of the browser',
    from: install ? 'empty' : 'installed',
    // Late enough it has come to its end.
    expected: install ? ['nothing', 'v1', 'last resort'] : ['v1', 'v2'],
    newest: install ? 'v1' : 'v2',
    ...(core && { core: true }),
    inject: async (scene) => {
      if (install) void scene.page.goto(scene.root).catch(() => undefined);
      else void scene.tryUpdate().catch(() => undefined);
      await pause(milliseconds);
      await scene.killBrowser();
    },
  };
}

export const KILL_ROWS: readonly FaultRow[] = [
  ...[150, 400, 800, 1500].map((time) => killRow('install', time, time === 800)),
  ...[30, 120, 300, 700].map((time) => killRow('update', time, time === 120)),
  {
    name: 'power lost in the middle of a write to the journal',
    where: 'kill',
    how: 'SIGKILL while 2000 records are being written',
    from: 'installed',
    expected: ['v1'],
    inject: async (scene) => {
      void scene.page
        .evaluate(
          () =>
            new Promise<void>((resolve) => {
              const opening = indexedDB.open('pos-reference');
              opening.onsuccess = () => {
                const transaction = opening.result.transaction('records', 'readwrite');
                const store = transaction.objectStore('records');
                for (let i = 0; i < 2000; i++) store.put({ key: `recent/x${i}`, v: 1, at: 1, value: {} });
                transaction.oncomplete = () => resolve();
              };
            }),
        )
        .catch(() => undefined);
      await pause(40);
      await scene.killBrowser();
    },
  },
  {
    name: 'the worker is stopped',
    where: 'kill',
    how: 'ServiceWorker.stopAllWorkers while the page is open',
    from: 'installed',
    expected: ['v1'],
    inject: async (scene) => {
      await scene.stopWorkers();
      await scene.page.reload();
    },
  },
];
