import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../../../src/journal/journal.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import {
  answerRun,
  backRun,
  findRun,
  leaveRun,
  runName,
  runPosition,
  saveRun,
  startRun,
  triageRunKind,
  unfinishedRuns,
  waitStarted,
  waitState,
} from '../../../src/journal/triage-progress.ts';
import { BUNDLE, E3, NOW, TRIAGE } from './support.ts';

const start = (now = NOW) => startRun(E3, TRIAGE, { bundleId: BUNDLE, line: 'dianqian' }, now);
const later = (seconds: number) => NOW + seconds * 1000;

describe('triage progress', () => {
  test('answers lead through the graph, with their times, to an end', () => {
    let run = start();
    run = answerRun(run, 0, later(5));
    run = answerRun(run, 1, later(70));
    expect(run.endedAt).toBeNull();
    run = answerRun(run, 0, later(80));
    expect(run.answers).toEqual([
      { choice: 0, at: later(5) },
      { choice: 1, at: later(70) },
      { choice: 0, at: later(80) },
    ]);
    expect(run.endedAt).toBe(later(80));
    expect(runPosition(run)?.at).toMatchObject({ kind: 'end', target: { kind: 'done' } });
  });

  test('an answer that the question does not have, or after the end, changes nothing', () => {
    const run = start();
    for (const choice of [2, -1, 0.5, Number.NaN]) expect(answerRun(run, choice, NOW)).toBe(run);
    const ended = answerRun(run, 1, NOW);
    expect(ended.endedAt).toBe(NOW);
    expect(answerRun(ended, 0, NOW)).toBe(ended);
  });

  test('going back takes one answer away and reopens what had ended', () => {
    const run = start();
    expect(backRun(run)).toBe(run);
    expect(backRun(answerRun(run, 1, NOW))).toEqual(run);
  });

  test('a wait counts from its beginning, whatever was closed in between', () => {
    const asked = answerRun(start(), 0, later(1));
    expect(waitState(start(), NOW)).toEqual({ kind: 'none' });
    expect(waitState(asked, later(1))).toEqual({ kind: 'not-started', seconds: 60 });
    const waiting = waitStarted(asked, later(10));
    expect(waitStarted(waiting, later(40))).toBe(waiting);
    expect(waitState(waiting, later(10))).toEqual({ kind: 'running', secondsLeft: 60 });
    expect(waitState(waiting, later(69.5))).toEqual({ kind: 'running', secondsLeft: 1 });
    expect(waitState(waiting, later(70))).toEqual({ kind: 'over' });
    expect(waitState(waiting, later(-5000))).toEqual({ kind: 'running', secondsLeft: 60 });
  });

  test('asked again in a loop the wait begins again, and going back finds the former one', () => {
    const waited = waitStarted(answerRun(start(), 0, later(1)), later(2));
    const again = answerRun(waited, 0, later(70));
    expect(waitState(again, later(70))).toEqual({ kind: 'not-started', seconds: 60 });
    expect(waitState(backRun(waitStarted(again, later(71))), later(72))).toEqual({ kind: 'over' });
  });

  test('a run resumes from its record alone, with the wording it began with', async () => {
    const journal = memoryJournal();
    const run = waitStarted(answerRun(start(), 0, later(1)), later(2));
    await saveRun(journal, run);
    const stored: JournalRecord[] = JSON.parse(JSON.stringify(journal.list('')));
    const reopened = memoryJournal(stored);
    expect(unfinishedRuns(reopened)).toEqual([run]);
    expect(findRun(reopened, runName(run))).toEqual(run);
  });

  test('what has ended or was left is not offered again', async () => {
    const journal = memoryJournal();
    await saveRun(journal, answerRun(start(NOW), 1, NOW));
    await saveRun(journal, leaveRun(start(later(1)), later(2)));
    await saveRun(journal, start(later(3)));
    await saveRun(journal, start(later(4)));
    expect(unfinishedRuns(journal).map((run) => run.startedAt)).toEqual([later(4), later(3)]);
  });

  test('the newest ten unfinished and twenty ended runs stay', async () => {
    const journal = memoryJournal();
    for (let i = 0; i < 40; i++) {
      await saveRun(journal, start(later(i)));
      await saveRun(journal, leaveRun(start(later(100 + i)), later(200 + i)));
    }
    expect(unfinishedRuns(journal).map((run) => run.startedAt)).toContain(later(39));
    expect(unfinishedRuns(journal)).toHaveLength(10);
    expect(journal.list('triage/')).toHaveLength(30);
  });

  test.each([
    [
      'an answer that leads nowhere',
      (run: Record<string, unknown>) => {
        run.triage = {
          steps: [
            {
              question: [],
              note: [],
              waitSeconds: 0,
              answers: [{ text: 'x', target: { kind: 'step', step: 1 } }],
            },
          ],
        };
      },
    ],
    [
      'no steps',
      (run: Record<string, unknown>) => {
        run.triage = { steps: [] };
      },
    ],
    [
      'an unknown node',
      (run: Record<string, unknown>) => {
        run.triage = {
          steps: [{ question: [{ kind: 'html', text: '<b>' }], note: [], waitSeconds: 0, answers: [] }],
        };
      },
    ],
    [
      'another start than its key says',
      (run: Record<string, unknown>) => {
        run.startedAt = NOW + 1;
      },
    ],
    [
      'a field from nowhere',
      (run: Record<string, unknown>) => {
        run.extra = 1;
      },
    ],
  ])('a record with %s is not shown', (_, damage) => {
    const record = triageRunKind.record(start());
    const value: Record<string, unknown> = JSON.parse(JSON.stringify(record.value));
    expect(triageRunKind.parse({ ...record, value })).toEqual(start());
    damage(value);
    expect(triageRunKind.parse({ ...record, value })).toBeUndefined();
  });

  test('a kept link to another site is only its words', () => {
    const link = {
      kind: 'external-link' as const,
      href: 'javascript:alert(1)',
      content: [{ kind: 'text' as const, text: '看这里' }],
    };
    const [first] = TRIAGE.steps;
    if (first === undefined) throw new Error('the example has steps');
    const triage = { steps: [{ ...first, question: [link], answers: [] }] };
    const run = startRun(E3, triage, { bundleId: BUNDLE, line: 'unset' }, NOW);
    const read = triageRunKind.parse(triageRunKind.record(run));
    expect(read?.triage.steps[0]?.question).toEqual([{ kind: 'emphasis', content: link.content }]);
  });
});
