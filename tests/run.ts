// npm test: everything that must hold, each once, and a plain last line `N passed, N failed`. Steps that fail count as
// failed; the exit code tells. What continuous integration runs is this and nothing else.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');
const BIN = join(PROJECT, 'node_modules/.bin');

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

interface Tally {
  passed: number;
  failed: number;
}

const STEPS: readonly Step[] = [
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'lint', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'content', command: 'tsx', args: ['src/command/check.ts'] },
  { name: 'build', command: 'tsx', args: ['src/command/build.ts'] },
];

/** Resolves to whether the command ended well; its output is shown as it comes. */
function run({ command, args }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, command), args, { cwd: PROJECT, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function runStep(step: Step, tally: Tally): Promise<boolean> {
  const started = Date.now();
  const ok = await run(step);
  tally[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? '✔' : '✘'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return ok;
}

/** The counts come from the runner's own report; without a readable one the whole step has failed. */
async function runTests(tally: Tally): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pos-tests-'));
  const report = join(folder, 'report.json');
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const ok = await run({ name: 'tests', command: 'vitest', args });
  const { passed, failed } = readCounts(report);
  tally.passed += passed;
  tally.failed += failed;
  // A file that cannot be loaded, or an error outside of tests, fails the run and no test.
  if (!ok && failed === 0) tally.failed++;
  if (ok && passed === 0) tally.failed++;
  rmSync(folder, { recursive: true, force: true });
}

function readCounts(report: string): Tally {
  try {
    const value: unknown = JSON.parse(readFileSync(report, 'utf8'));
    const counts = value as { numPassedTests?: unknown; numFailedTests?: unknown };
    return { passed: Number(counts.numPassedTests ?? 0), failed: Number(counts.numFailedTests ?? 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const tally: Tally = { passed: 0, failed: 0 };
for (const step of STEPS) await runStep(step, tally);
await runTests(tally);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;
