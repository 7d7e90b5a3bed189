// npm run test:engines: the rows of engine-rows.ts on every engine of engines.ts that is installed here. Says aloud what it
// passes over and how to install it; fails when a row fails, and when there is nothing to run. `ENGINE=wpe` runs one engine,
// `FAULT=regexp` some rows. What was run is renewed in the table of README.md.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from '../faults/faults.ts';
import { type EngineResult, forgetResult, readResult } from './engine-result.ts';
import { ENGINE_ROWS } from './engine-rows.ts';
import { ENGINES } from './engines.ts';
import { withTable } from './results-table.ts';

const PROJECT = join(import.meta.dirname, '../..');
const README = join(import.meta.dirname, 'README.md');
const { ENGINE = '' } = process.env;

const here: string[] = [];
const skipped: string[] = [];
for (const engine of ENGINES.filter(({ id }) => ENGINE === '' || id === ENGINE)) {
  if (await engine.isInstalled()) here.push(engine.id);
  else skipped.push(`SKIPPED ${engine.name}: not installed here. ${engine.howToInstall}`);
}

let ok = here.length > 0;
if (here.length > 0) {
  for (const id of here) forgetResult(id);
  const files = here.map((id) => `tests/engines/${id}.engine.ts`);
  const args = ['run', '--config', 'tests/engines/vitest.config.ts', '--reporter=verbose', ...files];
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-websocket` };
  const vitest = join(PROJECT, 'node_modules/.bin/vitest');
  ok = spawnSync(vitest, args, { cwd: PROJECT, env, stdio: 'inherit' }).status === 0;
}

const results = here.flatMap((id): EngineResult[] => {
  const result = readResult(id);
  return result === undefined ? [] : [result];
});
const titles = ENGINE_ROWS.map(titleOf);
const names = ENGINES.map(({ name }) => name);
if (results.length > 0)
  writeFileSync(README, withTable(readFileSync(README, 'utf8'), titles, names, results));
for (const { name, version, rows } of results) {
  const count = (kind: string) => Object.values(rows).filter((row) => row.kind === kind).length;
  console.log(
    `${name} ${version}: ${count('survived') + count('known')} survived, ${count('failed')} failed, ${count('not-applicable')} not applicable`,
  );
}
for (const line of skipped) console.log(line);
if (here.length === 0) console.log('Nothing could be run: none of these engines is installed.');
process.exitCode = ok ? 0 : 1;
