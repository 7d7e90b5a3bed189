import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editIncident,
  findIncident,
  type IncidentSubject,
  incidentKind,
  incidentState,
  isNumberTaken,
  isOutstanding,
  listIncidents,
  markIncident,
  saveIncident,
  startIncident,
} from '../../../src/journal/incident.ts';
import { fieldProblemWords, INCIDENT_FIELDS, parseField } from '../../../src/journal/incident-fields.ts';
import { drawIncidentNumber } from '../../../src/journal/incident-number.ts';
import { recordRun, recordTicks } from '../../../src/journal/incident-steps.ts';
import { ageWords, settlementState } from '../../../src/journal/incident-words.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { answerRun, backRun, startRun } from '../../../src/journal/triage-progress.ts';
import { anyIncident, BUNDLE, bundleOf, E3, NOW, TRIAGE } from './support.ts';

const subject: IncidentSubject = {
  query: 'e3',
  code: 'E3',
  channel: 'terminal',
  line: 'dianqian',
  articleId: E3.id,
  title: E3.title,
  bundleId: BUNDLE,
  uncertain: true,
};
const number = drawIncidentNumber(NOW, 0.5, () => false);
const incident = startIncident(subject, number, NOW);
const MINUTE = 60_000;

describe('incident', () => {
  test('one tap makes one, from an unknown code too, and its record is read back', () => {
    const unknown = startIncident(
      { ...subject, query: '9Z9', code: '9Z9', channel: null, articleId: null, title: '', line: 'unset' },
      number,
      NOW,
    );
    for (const each of [incident, unknown]) {
      expect(incidentKind.parse(incidentKind.record(each))).toEqual(each);
      expect(incidentState(each)).toBe('open');
    }
  });

  test('a card number in the query is cut out, not a reason to refuse', () => {
    const started = startIncident({ ...subject, query: '卡4111 1111 1111 1111 E3' }, number, NOW);
    expect(started.query).toBe('卡[卡号已去掉] E3');
    expect(incidentKind.parse(incidentKind.record(started))).toEqual(started);
  });

  test('every field refuses a card number, with where it is and what to do instead', () => {
    for (const field of INCIDENT_FIELDS) {
      const edited = editIncident(incident, field, '４１１１ 1111-1111 1111');
      expect(edited).toEqual({ ok: false, problem: { kind: 'card-number', field, start: 0, end: 19 } });
      if (!edited.ok) expect(fieldProblemWords(edited.problem)).toContain('像银行卡号');
    }
  });

  test.each([
    ['amount', '¥1,280.50', '1280.50'],
    ['amount', '１２８元', '128'],
    ['amount', '', ''],
    ['reference', ' 123456 789012 ', '123456789012'],
    ['trace', '０００１２３', '000123'],
    ['terminal', '1234567A', '1234567A'],
    ['merchant', '898110148160001', '898110148160001'],
    ['note', ' 顾客电话13800138000\n明天来 ', '顾客电话13800138000 明天来'],
  ] as const)('%s %j is kept as %j', (field, typed, kept) => {
    expect(parseField(field, typed)).toEqual({ ok: true, value: kept });
  });

  test.each([
    ['amount', '很多', 'malformed'],
    ['amount', '1.234', 'malformed'],
    ['trace', '0001/23', 'malformed'],
    ['trace', '1a'.repeat(11), 'too-long'],
    ['note', '字'.repeat(501), 'too-long'],
  ] as const)('%s %j is refused: %s', (field, typed, kind) => {
    const parsed = parseField(field, typed);
    expect(parsed.ok ? '' : parsed.problem.kind).toBe(kind);
    if (!parsed.ok) expect(fieldProblemWords(parsed.problem)).not.toBe('');
  });

  test('answers and their end are taken over again after each change of the run', () => {
    const run = answerRun(
      startRun(E3, TRIAGE, { bundleId: bundleOf('f'.repeat(16)), line: 'dianqian' }, NOW),
      1,
      NOW + 5000,
    );
    const recorded = recordRun(incident, run);
    expect(recorded.steps).toMatchObject([
      { kind: 'answer', step: 0, choice: 1, answer: '没有', at: NOW + 5000 },
      { kind: 'outcome', text: '接着看：没网怎么看' },
    ]);
    expect(recorded.bundleId).toBe('f'.repeat(16));
    expect(recordRun(recorded, backRun(run)).steps).toEqual([]);
    expect(incidentKind.parse(incidentKind.record(recorded))).toEqual(recorded);
  });

  test('ticks stand among the answers in the order of time', () => {
    const run = answerRun(startRun(E3, TRIAGE, { bundleId: BUNDLE, line: 'dianqian' }, NOW), 0, NOW + 9000);
    const ticks = { articleId: E3.id, scope: number, ticks: [{ step: 2, text: '先别再刷', at: NOW + 4000 }] };
    const recorded = recordTicks(recordRun(incident, run), ticks);
    expect(recorded.steps.map((step) => step.kind)).toEqual(['tick', 'answer']);
    expect(recordTicks(recorded, { ...ticks, ticks: [] }).steps.map((step) => step.kind)).toEqual(['answer']);
  });

  test('it is outstanding until the money is found, unsolved or not', () => {
    expect(isOutstanding(incident)).toBe(true);
    expect(isOutstanding(markIncident(incident, 'unresolved', NOW))).toBe(true);
    for (const state of ['credited', 'reversed', 'refunded'] as const) {
      const marked = markIncident(incident, state, NOW + 1500);
      expect(isOutstanding(marked)).toBe(false);
      expect(marked.states[1]).toEqual({ state, at: NOW + 1000 });
      expect(markIncident(marked, state, NOW + 9000)).toBe(marked);
      expect(isOutstanding(markIncident(marked, 'open', NOW))).toBe(true);
    }
    expect(isOutstanding({ ...incident, uncertain: false })).toBe(false);
  });

  test('however often it is marked, its record can be read', () => {
    let marked = incident;
    for (let i = 0; i < 200; i++) marked = markIncident(marked, i % 2 ? 'open' : 'credited', NOW + i * 1000);
    expect(incidentKind.parse(incidentKind.record(marked))).toEqual(marked);
    expect(marked.states[0]?.state).toBe('open');
  });

  test('kept ones are listed newest first and found by number', async () => {
    const journal = memoryJournal();
    const older = startIncident(
      subject,
      drawIncidentNumber(NOW, 0.1, () => false),
      NOW - MINUTE,
    );
    await saveIncident(journal, incident);
    await saveIncident(journal, older);
    expect(listIncidents(journal)).toEqual([incident, older]);
    expect(findIncident(journal, number)).toEqual(incident);
    expect(isNumberTaken(journal, number)).toBe(true);
  });

  test('any incident survives its record', () => {
    fc.assert(
      fc.property(anyIncident, (each) => {
        expect(incidentKind.parse(JSON.parse(JSON.stringify(incidentKind.record(each))))).toEqual(each);
      }),
    );
  });

  test.each([
    [-5 * MINUTE, '刚刚'],
    [59_000, '刚刚'],
    [8 * MINUTE, '8分钟'],
    [3.9 * 60 * MINUTE, '3小时'],
    [49 * 60 * MINUTE, '2天'],
  ])('after %i ms it is %s old', (age, words) => {
    expect(ageWords(NOW, NOW + age)).toBe(words);
  });

  test('a payment of another day can no longer be voided', () => {
    expect(settlementState(NOW, NOW + MINUTE)).toBe('before-settlement');
    expect(settlementState(NOW, NOW + 24 * 60 * MINUTE)).toBe('day-over');
  });
});
