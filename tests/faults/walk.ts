// One walk: steps, an offline start after each, and the way back at its end. The model knows what may be seen without looking:
// whatever is not a loss of stored files must leave the app whole.

import fc from 'fast-check';
import type { TestPage } from '../support/test-page.ts';
import type { VersionName } from './fault-builds.ts';
import type { Outcome } from './fault-row.ts';
import { type FaultScene, pause } from './fault-scene.ts';
import { expectHealed, letAWeekPass, observe } from './oracle.ts';
import { askForUpdate, isWhole, missingRecords, settled, spoil, writeRecord } from './walk-page.ts';
import { describeStep, LINE_FAULTS, type WalkStep } from './walk-steps.ts';

const FIRST_VISIT_MS = 20_000;

export interface WalkTally {
  steps: number;
  kills: number;
  readonly outcomes: Partial<Record<Outcome, number>>;
}

interface WalkModel {
  /** The host is there for the next step. */
  online: boolean;
  /** Stored files have been lost, and it has not been proved since that they are back. */
  holed: boolean;
  /** Other bytes were put under a right name. */
  overwritten: boolean;
  /** The browser may have no worker. */
  forgotten: boolean;
  readonly deployed: Set<VersionName>;
  /** Numbers of the records whose writing has ended. */
  readonly written: Set<number>;
  nextRecord: number;
  stepsTaken: number;
  readonly tabs: TestPage[];
  readonly tally: WalkTally;
}

class WalkCommand implements fc.AsyncCommand<WalkModel, FaultScene> {
  readonly #step: WalkStep;

  constructor(step: WalkStep) {
    this.#step = step;
  }

  check(): boolean {
    return true;
  }

  async run(model: WalkModel, scene: FaultScene): Promise<void> {
    try {
      await this.#runAndLook(model, scene);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`after ${model.stepsTaken} steps, ${this}: ${message}`, { cause: error });
    }
  }

  async #runAndLook(model: WalkModel, scene: FaultScene): Promise<void> {
    await take(this.#step, model, scene);
    await scene.server.stop();
    const page = await scene.browser.newPage();
    const outcome = await observe(page, scene);
    expectAllowed(model, outcome);
    model.tally.steps++;
    model.stepsTaken++;
    model.tally.outcomes[outcome] = (model.tally.outcomes[outcome] ?? 0) + 1;
    if (outcome !== 'nothing') {
      model.forgotten = false;
      const lost = await page.evaluate(missingRecords, [...model.written].map(keyOf));
      if (lost.length > 0) throw new Error(`the journal has lost ${lost.join(' ')}`);
    }
    await page.close();
    if (model.online) await scene.server.start();
  }

  toString(): string {
    return describeStep(this.#step);
  }
}

function expectAllowed(model: WalkModel, outcome: Outcome): void {
  if (outcome === 'nothing' && !model.forgotten) throw new Error('the browser shows its own error page');
  if (outcome === 'v2' && !model.deployed.has('v2')) throw new Error('a version that was never deployed');
  const whole = outcome === 'v1' || outcome === 'v2' || outcome === 'nothing';
  if (!whole && !model.holed) throw new Error(`no stored file was lost, and there is only the ${outcome}`);
}

/** From an installed v1 to wherever the steps lead, and back. Throws what the oracle has against it. */
export async function walk(scene: FaultScene, steps: readonly WalkStep[], tally: WalkTally): Promise<void> {
  const model: WalkModel = {
    online: true,
    holed: false,
    overwritten: false,
    forgotten: false,
    deployed: new Set(['v1']),
    written: new Set(),
    nextRecord: 0,
    stepsTaken: 0,
    tabs: [],
    tally,
  };
  await scene.open();
  await scene.install();
  await fc.asyncModelRun(
    () => ({ model, real: scene }),
    steps.map((step) => new WalkCommand(step)),
  );
  await scene.server.stop();
  await expectWayBack(model, scene);
}

/**
 * Other bytes under a right name are found when a file is read, or by the comparison of every file, once a week: that week has
 * passed. The start that finds them in every script has none left to take a newer version with: the one after it must be whole.
 */
async function expectWayBack(model: WalkModel, scene: FaultScene): Promise<void> {
  const newest = model.deployed.has('v2') ? 'v2' : 'v1';
  if (!model.overwritten) return expectHealed(scene, newest, true);
  await withPage(scene, letAWeekPass);
  try {
    await expectHealed(scene, newest, true, FIRST_VISIT_MS);
  } catch {
    await scene.server.stop();
    await expectHealed(scene, newest, true);
  }
}

async function take(step: WalkStep, model: WalkModel, scene: FaultScene): Promise<void> {
  switch (step.do) {
    case 'deploy':
      scene.server.deploy(scene.builds[step.version].folder);
      model.deployed.add(step.version);
      return;
    case 'spoil the line':
      scene.server.spoil(new RegExp(step.file), LINE_FAULTS[step.fault], step.times);
      return;
    case 'heal the line':
      scene.server.heal();
      return;
    case 'host goes':
      model.online = false;
      return scene.server.stop();
    case 'host comes':
      if (!model.online) await scene.server.start();
      model.online = true;
      return;
    case 'stop the worker':
      return scene.stopWorkers();
    case 'close every tab':
      model.tabs.length = 0;
      await scene.freshPage();
      return;
    case 'clear':
      if (step.storage === 'cache_storage') model.holed = true;
      else model.forgotten = true;
      return scene.browser.clearStorage(scene.page, scene.server.origin, [step.storage]);
    case 'delete':
    case 'overwrite':
      return spoilStored(step, model, scene);
    case 'lose power':
      return losePower(step, model, scene);
    default:
      return useApp(step, model, scene);
  }
}

async function useApp(step: WalkStep, model: WalkModel, scene: FaultScene): Promise<void> {
  switch (step.do) {
    case 'visit':
      await visit(scene);
      return proveWhole(model, scene);
    case 'ask for an update':
      await visit(scene);
      await within(2500, scene.page.evaluate(askForUpdate));
      return;
    case 'tap 更新': {
      await visit(scene);
      const button = scene.page.getByRole('button', { name: '更新' }).first();
      if (((await within(1000, button.count())) ?? 0) === 0) return;
      await button.click({ timeout: 1500 }).catch(() => undefined);
      await within(1000, scene.page.evaluate(settled));
      return;
    }
    case 'open a second tab': {
      if (model.tabs.length > 1) await model.tabs.shift()?.close();
      const tab = await scene.browser.newPage();
      model.tabs.push(tab);
      await open(tab, scene);
      return;
    }
    case 'write to the journal': {
      const number = model.nextRecord++;
      await withPage(scene, async (page) => {
        await page.evaluate(writeRecord, keyOf(number));
        model.written.add(number);
      });
      return;
    }
    default:
      return;
  }
}

/** With the host away and in a page of its own, so that the loss is there when the next step begins. */
async function spoilStored(
  step: { readonly do: 'delete' | 'overwrite'; readonly file: string },
  model: WalkModel,
  scene: FaultScene,
): Promise<void> {
  await scene.server.stop();
  model.holed = true;
  model.overwritten ||= step.do === 'overwrite';
  await withPage(scene, (page) => page.evaluate(spoil, [step.file, step.do] as const));
}

async function losePower(
  step: { readonly during: 'visit' | 'update' | 'write'; readonly after: number },
  model: WalkModel,
  scene: FaultScene,
): Promise<void> {
  const page = scene.page;
  if (step.during === 'visit') void open(page, scene);
  else {
    await open(page, scene);
    const key = keyOf(model.nextRecord++);
    const work = step.during === 'update' ? page.evaluate(askForUpdate) : page.evaluate(writeRecord, key);
    work.catch(() => undefined);
  }
  await pause(step.after);
  model.tally.kills++;
  model.tabs.length = 0;
  await scene.killBrowser();
}

async function open(page: TestPage, scene: FaultScene): Promise<boolean> {
  return page.goto(scene.root, { waitUntil: 'commit', timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

async function visit(scene: FaultScene): Promise<void> {
  if (await open(scene.page, scene)) await within(1000, scene.page.evaluate(settled));
}

async function withPage(scene: FaultScene, work: (page: TestPage) => Promise<unknown>): Promise<void> {
  const page = await scene.browser.newPage();
  if (await open(page, scene)) await work(page);
  await page.close();
}

/** Asks every worker what its version consists of: from then on the model knows again that nothing is lost. */
async function proveWhole(model: WalkModel, scene: FaultScene): Promise<void> {
  if (!model.holed) return;
  const builds = Object.values(scene.builds);
  model.holed = (await within(2000, scene.page.evaluate(isWhole, builds))) !== true;
}

function keyOf(record: number): string {
  return `favourite/walk/${record}`;
}

/** The value, or undefined where there is none in time. */
function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  return Promise.race([promise.catch(() => undefined), pause(milliseconds).then(() => undefined)]);
}
