import { expect, test } from 'vitest';
import { type MeasuredStatus, readinessLine } from '../../../src/render/readiness-line.ts';

const measured = {
  files: 30,
  bytes: 1_181_164,
  bundleId: '0f56d5dad30857ad',
  manifestHash: '6aeec499315fde56'.padEnd(64, '0'),
  checkedAt: Date.UTC(2026, 10, 22, 2, 31, 5),
  deep: true,
  persisted: true,
} as const;
const CHINA = 480;

function line(changes: Partial<MeasuredStatus> = {}, zone = CHINA): string {
  return readinessLine({ kind: 'ready', ...measured, ...changes } as MeasuredStatus, zone);
}

test('a whole copy is proved in one line, in the time of the phone with its offset', () => {
  expect(line()).toBe(
    'POS手册离线状况：30/30完整，逐个核对；1181164字节；内容0f56d5dad30857ad；清单6aeec499315fde56；2026-11-22 10:31:05 +08:00；存储受保护',
  );
  expect(line({}, -210)).toContain('；2026-11-21 23:01:05 -03:30；');
});

test('what is missing is counted, and its bytes are not claimed', () => {
  const text = line({ kind: 'incomplete', bad: 2, badBytes: 100_000 });
  expect(text).toContain('：28/30不完整，逐个核对；1081164/1181164字节；');
});

test('files that were only seen are not said to have been compared', () => {
  expect(line({ deep: false })).toContain('，只看在不在；');
});

test('protection is said as the browser says it', () => {
  expect(line({ persisted: false })).toMatch(/；存储未受保护$/);
  expect(line({ persisted: null })).toMatch(/；存储保护未知$/);
  expect(line({ bundleId: '' })).toContain('；内容未知；');
});

test('it is one line, and short enough for a code that is read from a cheap screen', () => {
  const text = line({ kind: 'incomplete', files: 999, bad: 99, bytes: 99_999_999, badBytes: 9_999_999 });
  expect(text).not.toMatch(/\s\s|[\n\r]/);
  // Version 11 at level L: 61 modules.
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(321);
});
