// npm run bench:install [-- ROUNDS]: how long an install takes over a bad line, by the number of files fetched at once, beside
// Workbox's own; and what one edited article transfers, beside a precache without revisions. Variants take turns in every
// round, in one browser, each on an origin of its own. Times depend on the machine only a little: the line decides.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildDist } from '../../../src/command/build-dist.ts';
import { bundleScript } from '../../../src/command/bundle-scripts.ts';
import { listOf } from '../../support/altered-build.ts';
import { TestBrowser } from '../../support/browser.ts';
import { FaultServer } from '../../support/fault-server.ts';
import { LARGE_ARTICLE, writeLargeContent } from '../../support/large-content.ts';
import { search } from '../../support/offline-scene.ts';
import { type LineOptions, SlowLine } from '../../support/slow-line.ts';
import { median } from '../statistics.ts';
import { renderTable } from '../text-table.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
/** `Array.from({ length: LANES }, …)` of sw/precache.ts, as minified. */
const LANES = /(Array\.from\(\{length:)\w+(\},async)/;
const LINES: readonly (readonly [name: string, line: LineOptions])[] = [
  ['300 ms', { roundTrip: 300 }],
  ['300 ms, 250 kB/s', { roundTrip: 300, bytesPerSecond: 250_000 }],
];
const LIMIT_MS = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'pos-bench-install-'));
const browser = new TestBrowser();
/** Stopped at the end: a port that is used again would be the same origin, with a worker. */
const servers: FaultServer[] = [];

async function build(name: string, content: string): Promise<string> {
  const out = join(folder, name);
  const built = await buildDist({ content, out, today: '2026-11-22' });
  if (!built.ok) throw new Error('the content does not compile');
  return out;
}

/** `dist` with another sw.js. */
function withWorker(dist: string, name: string, worker: string): string {
  const out = join(folder, name);
  cpSync(dist, out, { recursive: true });
  writeFileSync(join(out, 'sw.js'), worker);
  for (const ending of ['br', 'gz']) rmSync(join(out, `sw.js.${ending}`), { force: true });
  return out;
}

function withLanes(dist: string, lanes: number): string {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  if (!LANES.test(worker)) throw new Error('the lanes of sw.js are written in another way now');
  return withWorker(dist, `lanes-${lanes}`, worker.replace(LANES, `$1${lanes}$2`));
}

async function withWorkbox(dist: string, name: string, revision?: string): Promise<string> {
  const worker = await bundleScript(join(import.meta.dirname, 'workbox-worker.ts'), { minify: true });
  const list = listOf(dist).map(({ url, integrity, ...entry }) => ({
    url,
    integrity,
    revision: revision ?? entry.revision,
  }));
  return withWorker(
    dist,
    name,
    worker.replace('self.__WB_MANIFEST', () => JSON.stringify(list)),
  );
}

/**
 * Watches the workers of an origin from outside its page: a worker that takes over reloads the page, and a promise in it would
 * be lost; and no polling adds to the time.
 */
class WorkerWatch {
  readonly #stored = new Set<string>();
  readonly #active = new Set<string>();
  #changed: () => void = () => undefined;

  static async of(page: Page, origin: string): Promise<WorkerWatch> {
    const watch = new WorkerWatch();
    const session = await page.context().newCDPSession(page);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, status } of versions) {
        if (!scriptURL.startsWith(`${origin}/`)) continue;
        if (['installed', 'activating', 'activated'].includes(status)) watch.#stored.add(versionId);
        if (status === 'activated') watch.#active.add(versionId);
      }
      watch.#changed();
    });
    await session.send('ServiceWorker.enable');
    return watch;
  }

  /** Until a worker is active. */
  async active(): Promise<void> {
    await this.#until('no worker is active', () => this.#active.size > 0);
  }

  /** Until so many workers have stored all files, one after the other. */
  async stored(versions: number): Promise<void> {
    await this.#until(`fewer than ${versions} workers have installed`, () => this.#stored.size >= versions);
  }

  #until(problem: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(problem)), LIMIT_MS);
      this.#changed = () => {
        if (!isSo()) return;
        clearTimeout(limit);
        resolve();
      };
      this.#changed();
    });
  }
}

interface Install {
  readonly seconds: number;
  /** Until a search typed at once is answered, while the worker installs. */
  readonly searchSeconds: number;
  readonly bytes: number;
}

async function install(dist: string, options: LineOptions): Promise<Install> {
  const server = new FaultServer(dist);
  servers.push(server);
  const line = new SlowLine(options);
  server.spoil(/./, line.action);
  await server.start();
  const page = await browser.newPage();
  const workers = await WorkerWatch.of(page, server.origin);
  try {
    const started = performance.now();
    await page.goto(`${server.origin}/`, { waitUntil: 'commit' });
    await search(page, 'e3');
    const searched = performance.now();
    await workers.active();
    return {
      seconds: (performance.now() - started) / 1000,
      searchSeconds: (searched - started) / 1000,
      bytes: line.bytesSent(),
    };
  } finally {
    await page.close();
  }
}

/** Bytes of all answers, the worker included, from the deployment of `next` until it is stored. */
async function update(dist: string, next: string): Promise<number> {
  const server = new FaultServer(dist);
  servers.push(server);
  const line = new SlowLine({ roundTrip: 0 });
  server.spoil(/./, line.action);
  await server.start();
  const page = await browser.newPage();
  const workers = await WorkerWatch.of(page, server.origin);
  try {
    await page.goto(`${server.origin}/`);
    await workers.active();
    await page.waitForLoadState('networkidle');
    line.deliveries.length = 0;
    server.deploy(next);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());
    await workers.stored(2);
    return line.bytesSent();
  } finally {
    await page.close();
  }
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const range = (values: readonly number[]) =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`;

async function benchInstalls(dist: string): Promise<string> {
  const variants: [name: string, dist: string][] = [
    ['Workbox, one by one', await withWorkbox(dist, 'workbox')],
    ...[1, 2, 4, 8].map((lanes): [string, string] => [`${lanes} at once`, withLanes(dist, lanes)]),
  ];
  const rows: string[][] = [];
  for (const [lineName, line] of LINES) {
    const seen = new Map<string, Install[]>(variants.map(([name]) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, folderOf] of variants) seen.get(name)?.push(await install(folderOf, line));
    }
    const serial = median(seen.get('Workbox, one by one')?.map(({ seconds }) => seconds) ?? []);
    for (const [name, installs] of seen) {
      const seconds = installs.map((one) => one.seconds);
      rows.push([
        lineName,
        name,
        range(seconds),
        `${(serial / median(seconds)).toFixed(1)}×`,
        range(installs.map((one) => one.searchSeconds)),
        kB(median(installs.map((one) => one.bytes))),
      ]);
    }
  }
  const head = ['line', 'files', 'install s (range)', 'faster', 'first search s (range)', 'kB sent'];
  const title = `First install of ${listOf(dist).length} files, ${ROUNDS} interleaved rounds: median (least–most)`;
  return renderTable({ title, head, rows }, true);
}

async function benchUpdates(v1: string, v2: string): Promise<string> {
  const plain1 = await withWorkbox(v1, 'plain-1', 'build-1');
  const plain2 = await withWorkbox(v2, 'plain-2', 'build-2');
  const rows = [
    ['ours: a revision and a hash for each file', kB(await update(v1, v2))],
    ['a precache with one revision for all', kB(await update(plain1, plain2))],
  ];
  const title = 'One article edited: everything sent until the new version is stored, sw.js included';
  return renderTable({ title, head: ['precache', 'kB sent'], rows }, true);
}

try {
  const content = join(folder, 'content');
  await writeLargeContent(content);
  const v1 = await build('v1', content);
  const article = join(content, `${LARGE_ARTICLE}.md`);
  writeFileSync(article, `${readFileSync(article, 'utf8')}\n\n还是不行，先记下时间。\n`);
  const v2 = await build('v2', content);
  await browser.start();
  console.log(`${await benchUpdates(v1, v2)}\n`);
  console.log(await benchInstalls(v1));
} finally {
  await browser.remove();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
