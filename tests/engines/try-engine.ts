// The rows of one engine, one after the other, each in a browser of its own: what one leaves behind says nothing about the
// next. Called by the files *.engine.ts, which only `npm run test:engines` runs.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Build, FaultBuilds, type VersionName } from '../faults/fault-builds.ts';
import type { FaultRow } from '../faults/fault-row.ts';
import { FaultScene } from '../faults/fault-scene.ts';
import { titleOf } from '../faults/faults.ts';
import { judge } from '../faults/oracle.ts';
import type { Engine, PreparedEngine } from './engine.ts';
import { type RowResult, writeResult } from './engine-result.ts';
import { ENGINE_ROWS, knownDifference, whyNotApplicable } from './engine-rows.ts';

const { FAULT = '' } = process.env;
const ROWS = ENGINE_ROWS.filter((row) => new RegExp(FAULT).test(titleOf(row)));
if (ROWS.length === 0) throw new Error(`no fault that engines are tried with matches ${FAULT}`);

export function tryEngine(engine: Engine): void {
  const source = new FaultBuilds();
  const rows: Record<string, RowResult> = {};
  let version = '';
  let builds: Readonly<Record<VersionName, Build>>;
  let prepared: PreparedEngine | undefined;

  beforeAll(async () => {
    if (!engine.isInstalled()) throw new Error(`not installed: ${engine.howToInstall}`);
    prepared = await engine.prepare();
    builds = await source.make();
  }, 300_000);

  afterAll(async () => {
    await prepared?.end();
    source.remove();
    if (prepared !== undefined) writeResult({ id: engine.id, name: engine.name, version, rows });
  });

  async function tryRow(row: FaultRow): Promise<string> {
    if (prepared === undefined) throw new Error(`${engine.name} was not prepared`);
    const browser = prepared.newBrowser();
    const scene = new FaultScene(builds, browser);
    try {
      await browser.start();
      version = browser.version;
      await scene.open();
      if (row.from === 'installed') await scene.install();
      await row.inject(scene);
      return await judge(scene, row);
    } finally {
      await browser.remove();
      await scene.server.stop();
    }
  }

  describe(engine.name, () => {
    for (const row of ROWS) {
      const title = titleOf(row);
      const reason = whyNotApplicable(row, engine);
      if (reason !== undefined) {
        rows[title] = { kind: 'not-applicable', reason };
        test.skip(`${title} (${reason})`);
        continue;
      }
      test(title, { timeout: 600_000 }, async () => {
        try {
          const outcome = await tryRow(row);
          const known = knownDifference(row, engine);
          if (known?.outcome === outcome) rows[title] = { kind: 'known', ...known };
          else {
            expect(row.expected).toContain(outcome);
            rows[title] = { kind: 'survived', outcome };
          }
        } catch (error) {
          rows[title] = { kind: 'failed', message: String(error).split('\n')[0] ?? '' };
          throw error;
        }
      });
    }
  });
}
