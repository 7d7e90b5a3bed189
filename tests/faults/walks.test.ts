// Random walks through everything that changes host, line, phone and storage; after each step an offline start, at the end
// of each walk the way back. Three short walks in `npm test`, as many as WALKS says by `npm run test:soak`. A failing walk
// prints its seed: WALK_SEED runs it again.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBrowser } from '../support/browser.ts';
import { type Build, FaultBuilds, type VersionName } from './fault-builds.ts';
import { FaultScene } from './fault-scene.ts';
import { expectHealed } from './oracle.ts';
import { WALK_STEPS, type WalkModel } from './walk-commands.ts';

const { WALKS = '', WALK_SEED = '' } = process.env;
const SOAK = WALKS !== '';
const COUNT = SOAK ? Number(WALKS) : 3;
const STEPS = SOAK ? 15 : 6;
const SEED = WALK_SEED === '' ? (SOAK ? Date.now() % 2 ** 31 : 20_261_122) : Number(WALK_SEED);

const source = new FaultBuilds();
const browser = new TestBrowser();
let builds: Readonly<Record<VersionName, Build>>;

beforeAll(async () => {
  builds = await source.make();
  await browser.start();
});
afterAll(async () => {
  await browser.remove();
  source.remove();
});

test(
  'no walk leads to where the app does not answer, or to where it does not come back from',
  async () => {
    let walks = 0;
    const property = fc.asyncProperty(
      fc.commands(WALK_STEPS, { maxCommands: STEPS, size: 'max' }),
      async (commands) => {
        const scene = new FaultScene(builds, browser);
        try {
          await scene.open();
          await scene.install();
          const model: WalkModel = { online: true, holed: false, visited: new Set(['v1']) };
          await fc.asyncModelRun(() => ({ model, real: scene }), commands);
          await scene.server.stop();
          await expectHealed(scene, model.visited.has('v2') ? 'v2' : 'v1', true);
          walks++;
        } finally {
          await scene.server.stop();
        }
      },
    );
    console.log(`walks: ${COUNT} of at most ${STEPS} steps, seed ${SEED}`);
    await fc.assert(property, { numRuns: COUNT, seed: SEED, endOnFailure: !SOAK });
    expect(walks).toBe(COUNT);
  },
  SOAK ? 24 * 3_600_000 : 240_000,
);
