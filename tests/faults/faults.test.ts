// Each fault against the one oracle: a core in `npm test`, all of them by `npm run test:faults`, which can also write the
// table of the README beside this file (`FAULTS=table npm run test:faults`).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBrowser } from '../support/browser.ts';
import { BrowserPool } from './browser-pool.ts';
import { type Build, FaultBuilds, type VersionName } from './fault-builds.ts';
import type { FaultRow } from './fault-row.ts';
import { FaultScene } from './fault-scene.ts';
import { FAULTS, titleOf } from './faults.ts';
import { judge } from './oracle.ts';
import { type Seen, summaryOf, untold, writeTable, writtenSummary } from './table.ts';

const { FAULTS: MODE = '', FAULT = '' } = process.env;
const ROWS = FAULTS.filter((row) => (MODE === '' ? row.core === true : new RegExp(FAULT).test(titleOf(row))));

const source = new FaultBuilds();
/** So many faults at a time. */
const pool = new BrowserPool(2);
const seen: Seen[] = [];
let builds: Readonly<Record<VersionName, Build>>;
let engine = '';

beforeAll(async () => {
  builds = await source.make();
  engine = await pool.start();
});

afterAll(async () => {
  if (MODE === 'table') writeTable(FAULTS, ROWS, seen, engine);
  await pool.remove();
  source.remove();
});

async function tryFault(row: FaultRow, browser: TestBrowser): Promise<Seen> {
  const scene = new FaultScene(builds, browser);
  try {
    await scene.open();
    if (row.from === 'installed') await scene.install();
    await row.inject(scene);
    return { row, outcome: await judge(scene, row) };
  } finally {
    await scene.server.stop();
  }
}

test('there are sixty faults at least, no two of one name', () => {
  expect(new Set(FAULTS.map(titleOf)).size).toBe(FAULTS.length);
  expect(FAULTS.length).toBeGreaterThanOrEqual(60);
});

test('the tables tell of every fault, and of no other', () => {
  expect(untold(FAULTS).map(titleOf)).toEqual([]);
  expect(writtenSummary()).toBe(summaryOf(FAULTS));
});

async function inOwnBrowser(row: FaultRow): Promise<Seen> {
  const own = new TestBrowser();
  try {
    await own.start();
    return await tryFault(row, own);
  } finally {
    await own.remove();
  }
}

describe.concurrent('survived', () => {
  test.each(ROWS.map((row) => [titleOf(row), row] as const))('%s', { timeout: 300_000 }, (_, row) =>
    pool.use(async (browser) => {
      const result = row.ownBrowser ? await inOwnBrowser(row) : await tryFault(row, browser);
      expect(row.expected).toContain(result.outcome);
      seen.push(result);
    }),
  );
});
