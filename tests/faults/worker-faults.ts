// What happens to sw.js itself, and to versions that come and go.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withShell } from '../support/altered-build.ts';
import { eventually } from '../support/browser.ts';
import {
  type FaultAction,
  hang,
  portalPage,
  portalScript,
  redirectToPortal,
  reset,
  status,
  truncate,
} from '../support/fault-server.ts';
import { brokenRelease } from './fault-builds.ts';
import type { FaultRow } from './fault-row.ts';
import { pause } from './fault-scene.ts';
import { askForUpdate } from './walk-page.ts';

function script(body: string): FaultAction {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(body);
  };
}

type Script = readonly [name: string, how: string, action: FaultAction, core?: 'core'];

const SCRIPTS: readonly Script[] = [
  ['sw.js is missing', '404', status(404)],
  ['sw.js fails', '500', status(500), 'core'],
  ['sw.js is a portal page', '200, HTML', portalPage, 'core'],
  ['sw.js is the script of a portal', '200, JavaScript', portalScript],
  ['sw.js leads elsewhere', '302', redirectToPortal],
  ['sw.js does not parse', '`{`', script('{'), 'core'],
  ['sw.js throws', 'at its first line', script('throw new Error("x");')],
  ['sw.js is reset', 'RST', reset],
  ['sw.js never comes', 'no headers', hang],
  ['sw.js is cut in half', 'closed as if whole, with the ETag of the whole', truncate],
];

/** What runs takes the place of the worker, whatever it is: a browser compares it with nothing. */
const FOREIGN = [
  ['sw.js is the script of others, and it runs', '200, JavaScript without handlers', 'self.ad = 1;'],
  ['sw.js is empty', '200, JavaScript, 0 bytes: a host in the middle of a deployment', ''],
] as const;

/** In the page: whether the worker that waits knows what it consists of. */
async function waitsForOurs(): Promise<boolean> {
  const worker = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!worker) return false;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'DESCRIBE' }, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 1000);
  });
}

export const WORKER_ROWS: readonly FaultRow[] = [
  ...SCRIPTS.map(
    ([name, how, action, core]): FaultRow => ({
      name,
      where: 'worker',
      how,
      from: 'installed',
      expected: ['v1'],
      newest: 'v2',
      ...(core && { core: true }),
      inject: async (scene) => {
        scene.server.spoil(/^\/sw\.js/, action);
        if (name === 'sw.js never comes') {
          await scene.page.reload();
          await pause(1000);
        } else await scene.tryUpdate();
      },
    }),
  ),
  {
    name: 'sw.js is cut in half',
    where: 'install',
    how: 'closed as if whole, with the ETag of the whole',
    from: 'empty',
    expected: ['nothing'],
    inject: async (scene) => {
      scene.server.spoil(/^\/sw\.js/, truncate);
      await scene.tryInstall();
    },
  },
  ...FOREIGN.flatMap(([name, how, body]): FaultRow[] => [
    {
      name: `${name}, once`,
      where: 'worker',
      how: `${how}; the app stays open`,
      from: 'installed',
      expected: ['v2'],
      newest: 'v2',
      core: true,
      inject: async (scene) => {
        scene.server.spoil(/^\/sw\.js/, script(body), 1);
        await scene.tryUpdate();
        await eventually('the host is asked again, and the worker is replaced', () =>
          scene.page.evaluate(waitsForOurs),
        );
      },
    },
    {
      name: `${name}, and it takes over`,
      where: 'worker',
      how: `${how}; every page is closed at once`,
      from: 'installed',
      expected: ['nothing'],
      newest: 'v2',
      inject: async (scene) => {
        scene.server.spoil(/^\/sw\.js/, script(body), 1);
        await scene.tryUpdate();
      },
    },
  ]),
  {
    name: 'sw.js may be kept for a year',
    where: 'worker',
    how: 'Cache-Control: max-age=31536000',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    inject: async (scene) => {
      scene.server.spoil(/^\/sw\.js/, (response, _, answer) => {
        const setHeader = response.setHeader.bind(response);
        response.setHeader = (header, value) =>
          setHeader(header, header === 'Cache-Control' ? 'public, max-age=31536000' : value);
        answer();
      });
      await scene.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await scene.tryUpdate();
    },
  },
  {
    name: 'a host alternates between two builds',
    where: 'worker',
    how: 'v1 and v2 by turns, for every request',
    from: 'installed',
    expected: ['v1', 'v2'],
    newest: 'v2',
    core: true,
    inject: async (scene) => {
      let count = 0;
      scene.server.spoil(/./, (_, __, answer) => {
        scene.server.deploy((count++ % 2 ? scene.builds.v1 : scene.builds.v2).folder);
        answer();
      });
      let unasked = 0;
      for (let i = 0; i < 3; i++) {
        await scene.page.reload();
        await scene.page.evaluate(() => document.documentElement.setAttribute('data-seen', ''));
        await pause(500);
        if (!(await scene.page.evaluate(() => document.documentElement.hasAttribute('data-seen')))) unasked++;
      }
      if (unasked > 1) throw new Error(`the page was loaded ${unasked} times by itself`);
    },
  },
  {
    name: 'the update is whole but was not taken',
    where: 'update',
    how: 'v2 waits, every page is closed',
    from: 'installed',
    expected: ['v2'],
    newest: 'v2',
    core: true,
    inject: async (scene) => {
      await scene.tryUpdate();
    },
  },
  {
    name: 'only the headers of the host have changed',
    where: 'update',
    how: 'another Content-Security-Policy, hence another digest in index.html; then the former ones again',
    from: 'installed',
    expected: ['v1'],
    inject: async (scene) => {
      const folder = mkdtempSync(join(tmpdir(), 'pos-headers-'));
      try {
        const html = (text: string) => text.replace(/(name="headers" content=")\w+/, '$10000000000000000');
        scene.server.deploy(await withShell(scene.builds.v1.folder, join(folder, 'dist'), html));
        await scene.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
        await scene.page.getByRole('button', { name: '更新' }).first().click();
        await scene.page.waitForFunction(
          () => document.querySelector('meta[name=headers]')?.getAttribute('content') === '0000000000000000',
          undefined,
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'the host goes back to the former build',
    where: 'update',
    how: 'v2 is installed and taken, then v1 is deployed again',
    from: 'installed',
    expected: ['v1'],
    inject: async (scene) => {
      await scene.tryUpdate();
      await scene.freshPage();
      await scene.page.goto(scene.root);
      await scene.tryUpdate('v1');
    },
  },
  {
    name: 'a release whose first script throws, taken, and then a good one',
    where: 'update',
    how: 'the broken one is installed and opened',
    from: 'installed',
    expected: ['boot page'],
    newest: 'v2',
    core: true,
    inject: async (scene) => {
      scene.server.deploy(brokenRelease(scene.builds.v1));
      await scene.page.evaluate(askForUpdate);
      await scene.freshPage();
      await scene.page.goto(scene.root);
    },
  },
  {
    name: 'a rolling deployment: the new sw.js, the old files',
    where: 'update',
    how: 'sw.js of v2 over v1',
    from: 'installed',
    expected: ['v1'],
    newest: 'v2',
    inject: async (scene) => {
      scene.server.spoil(/^\/sw\.js/, script(readFileSync(join(scene.builds.v2.folder, 'sw.js'), 'utf8')));
      await scene.tryUpdate('v1');
    },
  },
  {
    name: 'a missing file is answered with index.html',
    where: 'update',
    how: '200 for every hashed file of v2',
    from: 'installed',
    expected: ['v1'],
    newest: 'v2',
    inject: async (scene) => {
      const html = readFileSync(join(scene.builds.v2.folder, 'index.html'));
      scene.server.spoil(/^\/assets\//, (response) => {
        response.writeHead(200, {
          'Content-Type': 'text/html',
          'Cache-Control': 'max-age=31536000, immutable',
        });
        response.end(html);
      });
      await scene.tryUpdate();
    },
  },
];
