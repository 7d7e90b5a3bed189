import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentKind, saveIncident, startIncident } from '../../../src/journal/incident.ts';
import { drawIncidentNumber } from '../../../src/journal/incident-number.ts';
import type { JournalRecord } from '../../../src/journal/journal.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { addMiss } from '../../../src/journal/misses.ts';
import { setMyLine } from '../../../src/journal/my-line.ts';
import { addRecent } from '../../../src/journal/recent.ts';
import { applyImport, exportJournal, FILE_LIMIT, planImport } from '../../../src/journal/transfer.ts';
import { saveRun, startRun } from '../../../src/journal/triage-progress.ts';
import { anyIncident, BUNDLE, E3, NOW, TRIAGE } from './support.ts';

const incident = startIncident(
  {
    query: 'e3',
    code: 'E3',
    channel: 'terminal',
    line: 'unset',
    articleId: E3.id,
    title: E3.title,
    bundleId: BUNDLE,
    uncertain: true,
  },
  drawIncidentNumber(NOW, 0.5, () => false),
  NOW,
);

async function fullJournal() {
  const journal = memoryJournal();
  await setMyLine(journal, 'zhineng');
  await addRecent(journal, E3, NOW);
  await addMiss(journal, { kind: 'nothing-found', query: '吐卡', articleId: null, at: NOW });
  await saveRun(journal, startRun(E3, TRIAGE, { bundleId: BUNDLE, line: 'zhineng' }, NOW));
  await saveIncident(journal, incident);
  await journal.put({ key: 'incident/99999999', v: 7, value: { of: 'a newer build' } });
  return journal;
}

const file = (records: unknown, more: object = {}) =>
  JSON.stringify({ format: 'pos-reference-journal', version: 1, exportedAt: NOW, records, ...more });
const FUTURE = 4_000_000_000_000;

describe('transfer', () => {
  test('a journal comes back whole on an empty phone', async () => {
    const journal = await fullJournal();
    const other = memoryJournal();
    const plan = planImport(other, exportJournal(journal, NOW), FUTURE);
    if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
    expect(plan.value).toMatchObject({ added: 6, replaced: 0, kept: 0 });
    await applyImport(other, plan.value);
    expect(other.list('')).toEqual(journal.list(''));
  });

  test('any incident survives the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyIncident, async (each) => {
        const journal = memoryJournal();
        await saveIncident(journal, each);
        const plan = planImport(memoryJournal(), exportJournal(journal, NOW), FUTURE);
        expect(plan.ok && plan.value.records).toEqual(journal.list(''));
      }),
    );
  });

  test('of two records the newer stays, and nothing is newer than now', () => {
    const mine: JournalRecord = { key: 'setting/line', v: 1, value: 'zhineng', at: 100 };
    const journal = memoryJournal([mine]);
    const plan = (at: number) => {
      const planned = planImport(journal, file([{ ...mine, value: 'dianqian', at }]), 1000);
      return planned.ok ? planned.value : undefined;
    };
    expect(plan(99)).toEqual({ records: [], added: 0, replaced: 0, kept: 1 });
    expect(plan(100)).toMatchObject({ records: [] });
    expect(plan(101)).toMatchObject({ replaced: 1, records: [{ value: 'dianqian', at: 101 }] });
    expect(plan(FUTURE)).toMatchObject({ records: [{ at: 1000 }] });
  });

  const good = incidentKind.record(incident, NOW);
  const withNote = (note: string) => ({
    ...good,
    value: { ...incident, fields: { ...incident.fields, note } },
  });
  test.each([
    ['no JSON', 'hello', ['']],
    ['another format', file([], { format: 'x' }), ['format']],
    ['a newer format', file([], { version: 2 }), ['version']],
    ['no list', file({}), ['records']],
    ['an unknown kind', file([good, { key: 'virus/1', v: 1, value: 1, at: 1 }]), ['records[1].key']],
    ['the same key twice', file([good, good]), ['records[1].key']],
    ['a record without its time', file([{ key: 'setting/line', v: 1, value: 'unset' }]), ['records[0].at']],
    [
      'a damaged value',
      file([good, { key: 'setting/line', v: 1, value: 'mobile', at: 1 }]),
      ['records[1].value'],
    ],
    [
      'a value deep inside',
      file([{ ...good, value: { ...incident, states: [{ state: 'lost', at: 1 }] } }]),
      ['records[0].value.states[0].state'],
    ],
    ['the key of another', file([{ ...good, key: 'incident/00000000' }]), ['records[0].key']],
    ['a card number in a note', file([withNote('4111-1111 1111 1111')]), ['records[0].value.fields.note']],
    [
      'a card number where nobody types',
      file([
        {
          key: 'recent/codes/terminal/e3',
          v: 1,
          at: 1,
          value: { articleId: E3.id, title: '４１１１111111111111', code: '', at: 1 },
        },
      ]),
      ['records[0]'],
    ],
    [
      'a card number in a newer record',
      file([{ key: 'incident/1', v: 9, at: 1, value: { a: [{ b: ['x 3782 822463 10005'] }] } }]),
      ['records[0]'],
    ],
    [
      'a card number as a number',
      file([{ key: 'incident/1', v: 9, at: 1, value: 4111111111111111 }]),
      ['records[0]'],
    ],
    [
      'a card number as a name',
      file([{ key: 'incident/1', v: 9, at: 1, value: { '4111111111111111': 1 } }]),
      ['records[0]'],
    ],
    [
      'a card number in a key',
      file([{ key: 'incident/4111111111111111', v: 9, at: 1, value: 1 }]),
      ['records[0]'],
    ],
    ['too much', ' '.repeat(FILE_LIMIT + 1), ['']],
  ])('a file with %s is refused with the place', (_, text, paths) => {
    const journal = memoryJournal();
    const plan = planImport(journal, text, FUTURE);
    expect(plan.ok ? [] : plan.problem.map((problem) => problem.path)).toEqual(paths);
    expect(journal.list('')).toEqual([]);
  });

  test('a file with nesting without end is refused or carried, never a crash', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = file([{ ...good, value: 0 }]).replace('"value":0', `"value":${deep}`);
    expect(planImport(memoryJournal(), text, FUTURE).ok).toBe(false);
  });

  test('one byte changed anywhere is refused or still a sound journal', async () => {
    const text = exportJournal(await fullJournal(), NOW);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
        (place, by) => {
          const plan = planImport(memoryJournal(), text.slice(0, place) + by + text.slice(place + 1), FUTURE);
          if (plan.ok) expect(plan.value.records.length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });
});
