import { describe, expect, test } from 'vitest';
import { drawIncidentNumber } from '../../../src/journal/incident-number.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import {
  localDay,
  saveStepProgress,
  stepProgress,
  tickedSteps,
  toggleStep,
} from '../../../src/journal/step-progress.ts';
import { E3, NOW } from './support.ts';

const TEXTS = ['先别再刷', '打印末笔', '打电话', '打印末笔'];
const DAY = 86_400_000;
const none = { articleId: E3.id, scope: '2026-11-22', ticks: [] };
const incident = drawIncidentNumber(NOW, 0.5, () => false);

describe('step progress', () => {
  test('a step is ticked and the tick is taken away', () => {
    const ticked = toggleStep(none, TEXTS, 0, NOW);
    expect(ticked.ticks).toEqual([{ step: 0, text: '先别再刷', at: NOW }]);
    expect(tickedSteps(ticked, TEXTS)).toEqual(new Set([0]));
    expect(toggleStep(ticked, TEXTS, 0, NOW).ticks).toEqual([]);
  });

  test('steps with the same words are ticked apart', () => {
    expect(tickedSteps(toggleStep(none, TEXTS, 3, NOW), TEXTS)).toEqual(new Set([3]));
  });

  test('after an update a tick follows its words, and goes with them', () => {
    const ticked = toggleStep(toggleStep(none, TEXTS, 0, NOW), TEXTS, 2, NOW);
    expect(tickedSteps(ticked, ['看屏幕', '先别再刷', '查末笔'])).toEqual(new Set([1]));
  });

  test('kept with the incident that is open, else with the day', async () => {
    const journal = memoryJournal();
    await saveStepProgress(
      journal,
      toggleStep(stepProgress(journal, E3.id, undefined, NOW), TEXTS, 0, NOW),
      NOW,
    );
    await saveStepProgress(
      journal,
      toggleStep(stepProgress(journal, E3.id, incident, NOW), TEXTS, 1, NOW),
      NOW,
    );
    expect(stepProgress(journal, E3.id, undefined, NOW).ticks).toMatchObject([{ step: 0 }]);
    expect(stepProgress(journal, E3.id, incident, NOW + 9 * DAY).ticks).toMatchObject([{ step: 1 }]);
    expect(stepProgress(journal, E3.id, undefined, NOW + DAY).ticks).toEqual([]);
  });

  test('lists of days long gone are let go, those of incidents stay', async () => {
    const journal = memoryJournal();
    await saveStepProgress(journal, { ...none, scope: localDay(NOW) }, NOW);
    await saveStepProgress(journal, { ...none, scope: incident }, NOW);
    await saveStepProgress(journal, { ...none, scope: localDay(NOW + 20 * DAY) }, NOW + 20 * DAY);
    expect(journal.list('steps/')).toHaveLength(2);
  });
});
