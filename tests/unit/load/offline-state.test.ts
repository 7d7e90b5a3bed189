import { expect, test } from 'vitest';
import {
  isDeepCheckDue,
  isSameVersion,
  retryDelay,
  statusOf,
  updateBytes,
} from '../../../src/load/offline-state.ts';

const report = {
  type: 'VERIFIED',
  files: 3,
  bytes: 300,
  bad: [],
  badBytes: 0,
  repaired: 0,
  repairedBytes: 0,
  deep: true,
  bundleId: '0123456789abcdef',
  manifestHash: 'a'.repeat(64),
} as const;

test('ready is only what was measured to be whole', () => {
  const measured = {
    files: 3,
    bytes: 300,
    bundleId: report.bundleId,
    manifestHash: report.manifestHash,
    checkedAt: 7,
    deep: true,
  };
  expect(statusOf(report, 7, null)).toEqual({ kind: 'ready', ...measured, persisted: null });
  expect(statusOf({ ...report, bad: ['x'], badBytes: 90 }, 7, true)).toEqual({
    kind: 'incomplete',
    ...measured,
    bad: 1,
    badBytes: 90,
    persisted: true,
  });
});

test('the content is compared after an install, weekly, and when the clock went back', () => {
  const day = 24 * 3600 * 1000;
  const last = { manifestHash: 'a', at: 100 * day };
  expect(isDeepCheckDue(null, 'a', 100 * day)).toBe(true);
  expect(isDeepCheckDue(last, 'b', 100 * day)).toBe(true);
  expect(isDeepCheckDue(last, 'a', 101 * day)).toBe(false);
  expect(isDeepCheckDue(last, 'a', 108 * day)).toBe(true);
  expect(isDeepCheckDue(last, 'a', 99 * day)).toBe(true);
});

test('tries come after 30 s, then twice as long each time, and at least every half hour', () => {
  expect([1, 2, 3, 4].map(retryDelay)).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect(retryDelay(1000)).toBe(1_800_000);
});

test('an update weighs what the present version does not have', () => {
  const present = {
    type: 'DESCRIBED',
    files: [
      ['a', 1],
      ['b', 2],
    ],
  } as const;
  const next = {
    type: 'DESCRIBED',
    files: [
      ['b', 2],
      ['c', 40],
      ['index.html?2', 3],
    ],
  } as const;
  expect(updateBytes(present, next)).toBe(43);
  expect(updateBytes(next, next)).toBe(0);
  expect(isSameVersion(next, next)).toBe(true);
  expect(isSameVersion(present, next)).toBe(false);
  expect(isSameVersion(next, { ...next, files: next.files.slice(1) })).toBe(false);
});
