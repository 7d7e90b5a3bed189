// Random walks through everything that changes host, line, phone and storage; after each step an offline start, at the end
// of each walk the way back. Twenty walks of fifteen steps in `npm test`, as many as WALKS says by `npm run test:soak`.
// A walk that fails is printed; WALK_SEED and WALK walk it again, and SHORTEN=1 looks for fewer steps that fail as well. POOL
// is how many browsers walk at once.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestBrowser } from '../support/browser.ts';
import { BrowserPool } from './browser-pool.ts';
import { type Build, FaultBuilds, type VersionName } from './fault-builds.ts';
import { FaultScene } from './fault-scene.ts';
import { KNOWN_WALKS } from './known-walks.ts';
import { type WalkTally, walk } from './walk.ts';
import { randomWalks, type WalkStep } from './walk-steps.ts';

const { WALKS = '', WALK_SEED = '', WALK = '', SHORTEN = '', POOL = '3' } = process.env;
const SOAK = WALKS !== '';
const COUNT = SOAK ? Number(WALKS) : 20;
const STEPS = 15;
const STORAGES = ['cache_storage', 'service_workers', 'indexeddb'] as const;
const SEED = WALK_SEED === '' ? (SOAK ? Date.now() % 2 ** 31 : 20_261_122) : Number(WALK_SEED);
const RANDOM = randomWalks(SEED, COUNT, STEPS)
  .map((steps, index) => [`walk ${index} of seed ${SEED}`, index, steps] as const)
  .filter(([, index]) => WALK === '' || Number(WALK) === index);

const source = new FaultBuilds();
const pool = new BrowserPool(Number(POOL));
const tally: WalkTally = { steps: 0, kills: 0, outcomes: {} };
let walks = 0;
let builds: Readonly<Record<VersionName, Build>>;

beforeAll(async () => {
  console.log(`${RANDOM.length} walks of ${STEPS} steps, seed ${SEED}`);
  builds = await source.make();
  await pool.start();
});
afterAll(async () => {
  console.log(`${walks} walks, ${JSON.stringify(tally)}, seed ${SEED}`);
  await pool.remove();
  source.remove();
});

async function walkOnce(browser: TestBrowser, steps: readonly WalkStep[], count: WalkTally): Promise<void> {
  const scene = new FaultScene(builds, browser);
  try {
    await walk(scene, steps, count);
  } finally {
    await scene.server.stop();
    if (browser.isRunning()) {
      const page = await scene.freshPage();
      await scene.browser.clearStorage(page, scene.server.origin, STORAGES);
    }
  }
}

/** The same failure by fewer steps, as far as leaving out one after the other leads. */
async function shortened(browser: TestBrowser, steps: readonly WalkStep[]): Promise<readonly WalkStep[]> {
  let shortest = steps;
  for (let i = steps.length - 1; i >= 0; i--) {
    const without = shortest.filter((_, index) => index !== i);
    try {
      await walkOnce(browser, without, { steps: 0, kills: 0, outcomes: {} });
    } catch {
      shortest = without;
    }
  }
  return shortest;
}

async function tryWalk(browser: TestBrowser, name: string, steps: readonly WalkStep[]): Promise<void> {
  try {
    await walkOnce(browser, steps, tally);
    walks++;
  } catch (error) {
    if (!browser.isRunning()) {
      // It was ended from outside, or has crashed: nothing that a page can do.
      console.log(`${name}: the browser was gone, begun again`);
      await browser.start();
      return tryWalk(browser, name, steps);
    }
    console.log(`${name}: ${String(error)}\n${JSON.stringify(steps)}`);
    const shortest = SHORTEN === '' ? steps : await shortened(browser, steps);
    throw new Error(`${name}: ${String(error)}\n${JSON.stringify(shortest)}`, { cause: error });
  }
}

describe.concurrent('no walk leads to where the app does not answer, or to where it does not come back from', () => {
  test.for(RANDOM)('%s', { timeout: 1_800_000 }, ([name, , steps]) =>
    pool.use((browser) => tryWalk(browser, name, steps)),
  );
});

describe.concurrent('what a walk has found once', () => {
  test('has names of its own', () => {
    expect(new Set(KNOWN_WALKS.map(({ name }) => name)).size).toBe(KNOWN_WALKS.length);
  });

  test.for(KNOWN_WALKS)('$name', { timeout: 1_800_000 }, ({ name, steps }) =>
    pool.use((browser) => tryWalk(browser, name, steps)),
  );
});
