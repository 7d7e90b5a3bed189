// The one question asked after every fault: what does an offline start show, and is all well again after one visit?
//
// An answer that is neither one whole version nor a safe procedure is thrown: a mixture, an endless wait, an error page of
// the browser where the app had been ready.

import { cpus, loadavg } from 'node:os';
import { EDITED_TITLE } from '../support/builds.ts';
import type { TestPage } from '../support/test-page.ts';
import type { Build, VersionName } from './fault-builds.ts';
import type { Outcome } from './fault-row.ts';
import { type FaultScene, pause } from './fault-scene.ts';

const START_LIMIT_MS = 8000;
const HEAL_LIMIT_MS = 150_000;

/** The host is really stopped, every page closed, every worker stopped; then the app is opened. */
export async function offlineStart(scene: FaultScene): Promise<Outcome> {
  await scene.server.stop();
  const page = await scene.freshPage();
  return observe(page, scene);
}

interface Look {
  readonly bundle: string;
  readonly boot: boolean;
  readonly complete: boolean;
  readonly home: boolean;
  readonly alert: boolean;
  readonly styled: boolean;
  readonly safe: boolean;
}

/** In the page: waits, a second at most, until what it shows will last. */
async function look(): Promise<Look> {
  const end = performance.now() + 1000;
  for (;;) {
    const steps = document.getElementById('boot');
    const seen = {
      bundle: document.documentElement.dataset.bundle ?? '',
      boot: steps !== null,
      complete: document.readyState === 'complete',
      home: document.querySelector('.home') !== null,
      // Without the second script the procedure stands alone.
      alert: document.querySelector('[role=alert], main > .plain-steps') !== null,
      styled: getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '',
      // Where nobody has to scroll for it.
      safe:
        /别再刷|不要重刷|先别/.test(document.body?.innerText ?? '') &&
        (steps?.getBoundingClientRect().top ?? 0) < innerHeight / 2,
    };
    const { bundle, boot, complete, home, alert, safe } = seen;
    const lasts = home || (safe && (bundle === '' || (alert && !boot) || (boot && complete)));
    if (lasts || performance.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** In the page: the text of the first hit for `query`, as soon as there is one. */
async function firstHit(query: string): Promise<string> {
  const end = performance.now() + 30_000;
  let typed = false;
  while (performance.now() < end) {
    const box = document.querySelector('[role=searchbox]');
    if (box instanceof HTMLInputElement && !typed) {
      box.value = query;
      typed = box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const hit = document.querySelector<HTMLElement>('[aria-label="搜索结果"] li');
    if (hit !== null && hit.innerText !== '') return hit.innerText;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`no hit for ${query}: ${document.body.innerText.slice(0, 200)}`);
}

/** Eight seconds; longer where more processes want to run than there are processors. */
function startLimit(): number {
  const [load = 0] = loadavg();
  return START_LIMIT_MS * Math.max(1, load / cpus().length);
}

/** What `page`, opened now, shows within eight seconds; `nothing` where the browser shows its own error. */
export async function observe(page: TestPage, scene: FaultScene): Promise<Outcome> {
  const limit = startLimit();
  const end = Date.now() + limit;
  try {
    await page.goto(scene.root, { waitUntil: 'commit', timeout: limit });
  } catch (error) {
    if (/timeout|timed out/i.test(String(error))) throw new Error(`no answer within ${limit} ms`);
    return 'nothing';
  }
  let seen: Look | undefined;
  while (Date.now() < end) {
    seen = await page.evaluate(look).catch(() => undefined);
    if (seen?.home) return versionOf(page, seen, scene);
    if (seen?.safe && seen.bundle === '') return 'last resort';
    if (seen?.safe && seen.alert && !seen.boot) return 'safe procedure';
    if (seen?.safe && seen.boot && seen.complete) return 'boot page';
    if (seen === undefined) await pause(20);
  }
  if (seen?.safe && seen.boot) return 'boot page';
  throw new Error(`after ${limit} ms neither a version nor a safe procedure: ${JSON.stringify(seen)}`);
}

/** Page and content must be of the same version; the style is bound to the page by its integrity. */
async function versionOf(page: TestPage, seen: Look, scene: FaultScene): Promise<Outcome> {
  const { v1, v2 } = scene.builds;
  const shell = [v1, v2].find((build) => build.bundleId === seen.bundle)?.name;
  const content = (await page.evaluate(firstHit, 'e3')).includes(EDITED_TITLE) ? 'v2' : 'v1';
  if (shell !== content) throw new Error(`a mixture: page ${shell}, content ${content}`);
  return seen.styled ? content : 'without style';
}

/** The host is well and has `newest`: one visit, with a tap on 更新 where it is offered, must make it whole. */
export async function expectHealed(
  scene: FaultScene,
  newest: VersionName,
  journal: boolean,
  limit = HEAL_LIMIT_MS,
): Promise<void> {
  const build = scene.builds[newest];
  scene.server.heal();
  scene.server.deploy(build.folder);
  await scene.server.start();
  const page = await scene.freshPage();
  await page.goto(scene.root);
  const end = Date.now() + limit;
  let state = '';
  while (Date.now() < end && state !== 'whole') {
    state = await page.evaluate(healing, build).catch((error: unknown) => String(error));
    const button = page.getByRole('button', { name: '更新' });
    if (state !== 'whole' && (await button.count()) > 0)
      await button
        .first()
        .click({ timeout: 2000 })
        .catch(() => undefined);
  }
  if (state !== 'whole') {
    const workers = await page.evaluate(describeWorkers).catch(String);
    throw new Error(`not healed to ${newest} ${build.bundleId}: ${state}; ${workers}`);
  }
  if (journal && !(await scene.hasJournal())) throw new Error('the journal has lost its record');
}

/** In the page: `whole` as soon as it is so, else after a moment what it says of itself, or which stored files are not what was built. */
async function healing({ bundleId, files }: Build): Promise<string> {
  const end = performance.now() + 150;
  for (;;) {
    const { offline = '', bundle = '' } = document.documentElement.dataset;
    const bad: string[] = [];
    if (offline === 'ready' && bundle === bundleId) {
      for (const { url, revision, integrity } of files) {
        const href = new URL(url, location.href).href;
        const stored = await caches.match(revision === null ? href : `${href}?__WB_REVISION__=${revision}`);
        const digest = stored && (await crypto.subtle.digest('SHA-256', await stored.arrayBuffer()));
        const base64 = digest && btoa(String.fromCharCode(...new Uint8Array(digest)));
        if (`sha256-${base64}` !== integrity) bad.push(url);
      }
      if (bad.length === 0) return 'whole';
    }
    if (performance.now() > end) return `${offline} ${bundle} ${bad.join(' ')}`;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** In the page: for a failure that cannot be looked at any more. */
async function describeWorkers(): Promise<string> {
  const registration = await navigator.serviceWorker.getRegistration();
  const { installing, waiting, active } = registration ?? {};
  const stored = await Promise.all(
    (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return `installing ${installing?.state}, waiting ${waiting?.state}, active ${active?.state}, stored ${stored}`;
}

/** As if the weekly comparison of every file were due. */
export function letAWeekPass(page: TestPage): Promise<void> {
  return page.evaluate(() => localStorage.removeItem('offline-deep-check'));
}

/** The whole oracle. Resolves to what the offline start has shown. */
export async function judge(
  scene: FaultScene,
  {
    newest = 'v1',
    journalLost = false,
    silent = false,
  }: { readonly newest?: VersionName; readonly journalLost?: boolean; readonly silent?: boolean },
): Promise<Outcome> {
  const outcome = await offlineStart(scene);
  if (silent) await letAWeekPass(scene.page);
  await expectHealed(scene, newest, !journalLost);
  return outcome;
}
