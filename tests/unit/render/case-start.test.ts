import { describe, expect, test } from 'vitest';
import { findIncident, listIncidents, markIncident, saveIncident } from '../../../src/journal/incident.ts';
import { recordRun } from '../../../src/journal/incident-steps.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import {
  saveStepProgress,
  stepProgress,
  tickedSteps,
  toggleStep,
} from '../../../src/journal/step-progress.ts';
import { answerRun, saveRun, startRun } from '../../../src/journal/triage-progress.ts';
import { caseOfRun, caseOfSteps, recentRun, SAME_PAYMENT_MS } from '../../../src/render/case-current.ts';
import { removeCase } from '../../../src/render/case-remove.ts';
import { caseSubject, openCase } from '../../../src/render/case-start.ts';
import { BUNDLE, E3, NOW, TRIAGE } from '../journal/support.ts';

const context = { bundleId: BUNDLE, line: 'dianqian' } as const;
const article = { ...E3, channel: 'terminal', verdict: null } as const;
const options = (now = NOW) => ({ now, random: 0.5 });
const walked = (now = NOW) => answerRun(startRun(E3, TRIAGE, context, now), 0, now + 1000);

describe('a case begun by one tap', () => {
  test('takes over what was answered and ticked just before', () => {
    const journal = memoryJournal();
    void saveRun(journal, walked());
    const texts = ['先别再刷', '做末笔查询'];
    const day = toggleStep(stepProgress(journal, E3.id, undefined, NOW), texts, 1, NOW);
    void saveStepProgress(journal, day, NOW);

    const incident = openCase(journal, caseSubject(article, '', context), options(NOW + 5000));
    expect(incident.steps.map((step) => step.kind).sort()).toEqual(['answer', 'tick']);
    expect(findIncident(journal, incident.number)).toEqual(incident);
    const own = stepProgress(journal, E3.id, incident.number, NOW);
    expect([...tickedSteps(own, texts)]).toEqual([1]);
    expect(stepProgress(journal, E3.id, undefined, NOW).ticks).toEqual([]);

    void removeCase(journal, incident);
    expect(journal.list('').filter((record) => record.key.includes(incident.number))).toEqual([]);
  });

  test('leaves alone what was done for an earlier payment', () => {
    const journal = memoryJournal();
    void saveRun(journal, walked());
    const later = NOW + SAME_PAYMENT_MS + 60_000;
    expect(openCase(journal, caseSubject(article, '', context), options(later)).steps).toEqual([]);
    expect(recentRun(journal, E3.id, later)).toBeUndefined();
  });

  test('counts as uncertain where nobody has given a verdict', () => {
    expect(caseSubject(undefined, 'E99', context)).toMatchObject({ uncertain: true, code: '', query: 'E99' });
    const verdict = { money: 'not-charged', moneyReason: '', retry: 'yes', retryReason: '' } as const;
    expect(caseSubject({ ...article, verdict }, '', context).uncertain).toBe(false);
  });
});

describe('the case of a run', () => {
  test('is the open one of the same article that has no answers of an earlier run', () => {
    const journal = memoryJournal();
    const first = openCase(journal, caseSubject(article, '', context), options());
    const run = walked(NOW + 60_000);
    expect(caseOfRun(journal, run)?.number).toBe(first.number);
    void saveIncident(journal, recordRun(first, run));
    expect(caseOfRun(journal, run)?.number).toBe(first.number);
    expect(caseOfRun(journal, walked(NOW + 120_000))).toBeUndefined();
  });

  test('is none where the only one is settled, old, or about something else', () => {
    const journal = memoryJournal();
    const old = openCase(journal, caseSubject(article, '', context), options());
    expect(caseOfRun(journal, walked(NOW + SAME_PAYMENT_MS + 5000))).toBeUndefined();
    void saveIncident(journal, markIncident(old, 'credited', NOW));
    expect(caseOfRun(journal, walked(NOW + 5000))).toBeUndefined();
    openCase(journal, caseSubject(undefined, 'E99', context), options(NOW + 1000));
    expect(caseOfRun(journal, walked(NOW + 5000))).toBeUndefined();
    expect(listIncidents(journal)).toHaveLength(2);
  });

  test('ticks go to the newest open one of today', () => {
    const journal = memoryJournal();
    openCase(journal, caseSubject(article, '', context), options());
    const second = openCase(journal, caseSubject(article, '', context), options(NOW + 60_000));
    expect(caseOfSteps(journal, E3.id, NOW + 120_000)?.number).toBe(second.number);
    expect(caseOfSteps(journal, E3.id, NOW + 2 * 86_400_000)).toBeUndefined();
  });
});
