import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CheckOutcome, UpdateChecks } from '../../../src/load/update-checks.ts';

const MINUTE = 60_000;
/** Milliseconds since the start of each check. */
let asked: number[];
let outcome: CheckOutcome;
let checks: UpdateChecks;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked = [];
  outcome = 'nothing-new';
  checks = new UpdateChecks(async () => {
    asked.push(Date.now());
    return outcome;
  });
  checks.start();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an app that stays open asks soon after its start and then once an hour', async () => {
  await vi.advanceTimersByTimeAsync(3 * 60 * MINUTE);
  expect(asked).toEqual([10_000, 10_000 + 60 * MINUTE, 10_000 + 120 * MINUTE]);
});

test('a host that cannot be reached is asked again after 30 s, ever more seldom, and never for good', async () => {
  outcome = 'unreachable';
  await vi.advanceTimersByTimeAsync(2.5 * 60 * MINUTE);
  const waits = asked.map((at, i) => (at - (asked[i - 1] ?? 0)) / 1000);
  expect(waits).toEqual([10, 30, 60, 120, 240, 480, 960, 3600, 3600].slice(0, waits.length));
  expect(asked.length).toBeGreaterThanOrEqual(8);
});

test('an update that could not be stored is tried again, and the count begins anew once one was', async () => {
  outcome = 'installing';
  await vi.advanceTimersByTimeAsync(10_000);
  checks.failed();
  await vi.advanceTimersByTimeAsync(30_000);
  checks.failed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([10_000, 40_000, 100_000]);
  checks.succeeded();
  await vi.advanceTimersByTimeAsync(59 * MINUTE);
  expect(asked).toHaveLength(3);
  checks.failed();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toHaveLength(4);
});

test('after a worker that is not ours the host is asked at once, then ever more seldom, as long as it has no other', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  outcome = 'unreachable';
  checks.foreign();
  await vi.advanceTimersByTimeAsync(60_000 + 120_000);
  expect(asked).toEqual([10_000, 10_000, 70_000, 190_000]);
});

test('a chance is taken ten minutes after a check that went well, and 30 s after one that did not', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(9 * MINUTE);
  checks.onChance();
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  outcome = 'unreachable';
  checks.onChance();
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(20_000);
  checks.onChance();
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(asked).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(31_000);
  checks.onChance();
  expect(asked).toHaveLength(4);
});
