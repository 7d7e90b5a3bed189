import { expect, test } from 'vitest';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import {
  answerRun,
  leaveRun,
  saveRun,
  startRun,
  type TriageRun,
  waitStarted,
} from '../../../src/journal/triage-progress.ts';
import { resumableRun, runsToContinue } from '../../../src/render/triage-resume.ts';
import { BUNDLE, E3, NOW, TRIAGE } from '../journal/support.ts';

const HOUR = 3_600_000;
const start = (now = NOW) => startRun(E3, TRIAGE, { bundleId: BUNDLE, line: 'unset' }, now);

function kept(run: TriageRun) {
  const journal = memoryJournal();
  void saveRun(journal, run);
  return {
    resumed: (now: number) => resumableRun(journal, E3.id, now) !== undefined,
    offered: (now: number) => runsToContinue(journal, now).length > 0,
  };
}

test('what was begun is offered and resumed for a day', () => {
  for (const run of [answerRun(start(), 0, NOW), waitStarted(start(), NOW)]) {
    const { resumed, offered } = kept(run);
    expect([resumed(NOW + 23 * HOUR), offered(NOW + 23 * HOUR)]).toEqual([true, true]);
    expect([resumed(NOW + 24 * HOUR), offered(NOW + 24 * HOUR)]).toEqual([false, false]);
  }
});

test('a first question without an answer is resumed, but not worth offering', () => {
  const { resumed, offered } = kept(start());
  expect([resumed(NOW + HOUR), offered(NOW + HOUR)]).toEqual([true, false]);
});

test('an end is shown again for ten minutes and never offered, one that was left not at all', () => {
  const ended = { ...answerRun(start(), 1, NOW), endedAt: null };
  const { resumed, offered } = kept(ended);
  expect([resumed(NOW + HOUR / 7), resumed(NOW + HOUR / 5), offered(NOW)]).toEqual([true, false, false]);
  expect(kept(leaveRun(ended, NOW)).resumed(NOW)).toBe(false);
});
