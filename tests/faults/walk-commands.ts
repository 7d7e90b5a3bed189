// The steps of a random walk: host, line, cache, worker, browser, tabs, journal. Each is followed by an offline start, which
// must show what the model allows.

import fc from 'fast-check';
import { type FaultAction, portalPage, reset, status, truncate } from '../support/fault-server.ts';
import type { VersionName } from './fault-builds.ts';
import { type FaultScene, pause } from './fault-scene.ts';
import { observe } from './oracle.ts';

/** What is known of the phone without looking. */
export interface WalkModel {
  /** The host is there for the next step. */
  online: boolean;
  /** Stored files have been taken away since the start. */
  holed: boolean;
  readonly visited: Set<VersionName>;
}

type Step = fc.AsyncCommand<WalkModel, FaultScene>;

class WalkStep implements Step {
  readonly #name: string;
  readonly #act: (model: WalkModel, scene: FaultScene) => Promise<void>;

  constructor(name: string, act: (model: WalkModel, scene: FaultScene) => Promise<void>) {
    this.#name = name;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: WalkModel, scene: FaultScene): Promise<void> {
    await this.#act(model, scene);
    await scene.server.stop();
    const page = await scene.browser.newPage();
    const outcome = await observe(page, scene);
    await page.close();
    if (outcome === 'nothing') throw new Error('the browser shows its own error page');
    if (!model.holed && outcome !== 'v1' && outcome !== 'v2')
      throw new Error(`nothing has been taken away, and there is only the ${outcome}`);
    if (outcome === 'v2' && !model.visited.has('v2')) throw new Error('a version that was never deployed');
    if (!(await scene.hasJournal())) throw new Error('the journal has lost its record');
    if (model.online) await scene.server.start();
  }

  toString(): string {
    return this.#name;
  }
}

const FILES = ['sw\\.js', 'articles-', 'lookup-', 'body-', 'index\\.html', 'bundle-'];
const HOLES = ['index\\.html', 'assets/app-', 'assets/articles-', 'assets/lookup-', 'icons', ''];
const FAULTS: readonly (readonly [string, FaultAction])[] = [
  ['portal', portalPage],
  ['500', status(500)],
  ['404', status(404)],
  ['reset', reset],
  ['truncated', truncate],
];

function step(name: string, act: (model: WalkModel, scene: FaultScene) => Promise<void>): Step {
  return new WalkStep(name, act);
}

async function visit(scene: FaultScene): Promise<void> {
  await scene.page.goto(scene.root, { waitUntil: 'commit' }).catch(() => undefined);
  await pause(600);
}

export const WALK_STEPS: fc.Arbitrary<Step>[] = [
  fc.constantFrom<VersionName>('v1', 'v2').map((name) =>
    step(`deploy ${name}`, async (model, scene) => {
      scene.server.deploy(scene.builds[name].folder);
      model.visited.add(name);
    }),
  ),
  fc
    .tuple(fc.constantFrom(...FILES), fc.constantFrom(...FAULTS))
    .map(([file, [name, action]]) =>
      step(`${name} for ${file}`, async (_, scene) => scene.server.spoil(new RegExp(file), action)),
    ),
  fc.constant(step('heal the line', async (_, scene) => scene.server.heal())),
  fc.constant(step('visit', async (_, scene) => visit(scene))),
  fc.constant(
    step('visit and tap 更新', async (_, scene) => {
      await visit(scene);
      const button = scene.page.getByRole('button', { name: '更新' }).first();
      await button.click({ timeout: 1500 }).catch(() => undefined);
      await pause(300);
    }),
  ),
  fc.constantFrom(...HOLES).map((pattern) =>
    step(`delete /${pattern}/ from the cache`, async (model, scene) => {
      model.holed = true;
      await scene.page.goto(scene.root, { waitUntil: 'commit' }).catch(() => undefined);
      await scene.page.evaluate(async (source) => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys())
            if (new RegExp(source).test(request.url)) await cache.delete(request);
        }
      }, pattern);
    }),
  ),
  fc.constant(step('stop the worker', async (_, scene) => scene.stopWorkers())),
  fc.constant(
    step('host goes', async (model) => {
      model.online = false;
    }),
  ),
  fc.constant(
    step('host comes', async (model, scene) => {
      if (!model.online) await scene.server.start();
      model.online = true;
    }),
  ),
  fc.nat({ max: 800 }).map((milliseconds) =>
    step(`visit, power lost after ${milliseconds} ms`, async (_, scene) => {
      void scene.page.goto(scene.root).catch(() => undefined);
      await pause(milliseconds);
      await scene.killBrowser();
      await scene.page.goto(scene.root, { waitUntil: 'commit' }).catch(() => undefined);
    }),
  ),
  fc.constant(
    step('second tab', async (_, scene) => {
      const page = await scene.browser.newPage();
      await page.goto(scene.root, { waitUntil: 'commit' }).catch(() => undefined);
    }),
  ),
  fc.constant(
    step('write to the journal', async (_, scene) => {
      await scene.writeJournal();
    }),
  ),
];
