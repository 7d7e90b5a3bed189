import { expect, test } from 'vitest';
import type { VerifyProgress, VerifyReport } from '../../../src/bundle/worker-messages.ts';
import type { OfflineStatus } from '../../../src/load/service-worker-client.ts';
import { headline, outcomeWords, progressWords } from '../../../src/render/status-words.ts';

const measured = {
  files: 30,
  bytes: 1_200_000,
  bundleId: 'b',
  manifestHash: 'm',
  checkedAt: 0,
  deep: true,
  persisted: null,
} as const;
const report: VerifyReport = {
  type: 'VERIFIED',
  files: 30,
  bytes: 1_200_000,
  bad: [],
  badBytes: 0,
  repaired: 0,
  repairedBytes: 0,
  deep: true,
  bundleId: 'b',
  manifestHash: 'm',
};
const progress: VerifyProgress = {
  type: 'VERIFY_PROGRESS',
  done: 12,
  total: 30,
  bytes: 600_000,
  totalBytes: 1_200_000,
  lost: 0,
  tried: 0,
};

test.each<[OfflineStatus, string, string]>([
  [{ kind: 'ready', ...measured }, '可离线使用 30/30', 'ok'],
  [{ kind: 'incomplete', ...measured, bad: 2, badBytes: 9 }, '不完整 28/30', 'stop'],
  [{ kind: 'installing', done: 0, total: 0, bytes: 0, totalBytes: 0, failed: false }, '正在查看…', 'ask'],
  [
    { kind: 'installing', done: 9, total: 30, bytes: 50, totalBytes: 100, failed: false },
    '正在准备 50%',
    'ask',
  ],
  [
    { kind: 'installing', done: 9, total: 30, bytes: 50, totalBytes: 100, failed: true },
    '还没存好，会自动再试',
    'stop',
  ],
  [{ kind: 'unsupported', reason: '' }, '这里不能离线使用', 'ask'],
])('%j is headed in few words', (status, words, tone) => {
  expect(headline(status)).toMatchObject({ words, tone });
});

test('what a check under way has found wrong counts at once, before it ends', () => {
  expect(headline({ kind: 'ready', ...measured }, 3)).toMatchObject({
    words: '有 3 个文件要补',
    tone: 'ask',
  });
});

test('progress is told in files and bytes, then in files to repair', () => {
  expect(progressWords(null)).toBe('正在逐个核对…');
  expect(progressWords(progress)).toBe('正在逐个核对 12/30，600 kB/1.2 MB');
  expect(progressWords({ ...progress, lost: 1 })).toBe('正在逐个核对 12/30，600 kB/1.2 MB');
  expect(progressWords({ ...progress, done: 30, bytes: 1_200_000, lost: 3, tried: 1 })).toBe(
    '核对完了，正在补 1/3 个文件',
  );
});

test('an outcome says what was repaired, by files and bytes, and what could not be', () => {
  const bad = { bad: ['a', 'b'], badBytes: 50_000 };
  const repaired = { repaired: 3, repairedBytes: 70_000 };
  expect(outcomeWords(report, true)).toBe('30 个文件都核对过，没有坏的。');
  expect(outcomeWords({ ...report, ...repaired }, true)).toBe(
    '修好了 3 个文件（70 kB）。现在 30 个都是好的。',
  );
  expect(outcomeWords({ ...report, ...repaired, ...bad }, false)).toBe(
    '修好了 3 个文件（70 kB）。还有 2 个文件（50 kB）没补上：没连上网站，或者拿到的不对。',
  );
  expect(outcomeWords({ ...report, ...bad }, true)).toBe('没补上的 2 个文件，后来补上了。');
});
