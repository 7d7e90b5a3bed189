import { beforeEach, expect, test, vi } from 'vitest';
import type { VerifyReport } from '../../../src/bundle/worker-messages.ts';
import { createReadinessCheck, type RunDeepCheck } from '../../../src/load/readiness-check.ts';

const removed: string[] = [];
beforeEach(() => {
  removed.length = 0;
  vi.stubGlobal('localStorage', { removeItem: (key: string) => removed.push(key) });
  return () => vi.unstubAllGlobals();
});

const progress = {
  type: 'VERIFY_PROGRESS',
  done: 1,
  total: 2,
  bytes: 10,
  totalBytes: 20,
  lost: 0,
  tried: 0,
} as const;
const report: VerifyReport = {
  type: 'VERIFIED',
  files: 2,
  bytes: 20,
  bad: [],
  badBytes: 0,
  repaired: 0,
  repairedBytes: 0,
  deep: true,
  bundleId: 'b',
  manifestHash: 'm',
};

test('a second tap starts no second check, and a third after the end does', async () => {
  let runs = 0;
  let end: (report: VerifyReport) => void = () => undefined;
  const check = createReadinessCheck((onProgress) => {
    runs++;
    onProgress(progress);
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  check.start();
  check.start();
  expect(runs).toBe(1);
  expect(check.state.get()).toEqual({ kind: 'checking', progress });
  end(report);
  await vi.waitFor(() => expect(check.state.get()).toEqual({ kind: 'ended', report }));
  check.start();
  expect(runs).toBe(2);
});

test('a worker that falls silent is asked once more, from the start, and then it is said', async () => {
  const runs: RunDeepCheck[] = [async () => undefined, async () => report];
  const check = createReadinessCheck((onProgress) => (runs.shift() ?? (async () => undefined))(onProgress));
  check.start();
  await vi.waitFor(() => expect(check.state.get().kind).toBe('ended'));
  check.start();
  await vi.waitFor(() => expect(check.state.get().kind).toBe('cut-off'));
});

test('none is remembered as made while one is under way', () => {
  createReadinessCheck(() => new Promise(() => undefined)).start();
  expect(removed).toEqual(['offline-deep-check']);
});
