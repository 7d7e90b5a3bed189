import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../../../src/journal/journal.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { openWriteThrough } from '../../../src/journal/write-through.ts';
import { FakeDisk } from './support.ts';

const record = (key: string, value: unknown = key): JournalRecord => ({ key, v: 1, value, at: 1 });

async function openOn(...records: JournalRecord[]) {
  const disk = new FakeDisk();
  for (const each of records) disk.stored.set(each.key, each);
  return { disk, journal: await openWriteThrough(disk) };
}

describe('journal', () => {
  test('what the disk holds is there at once, what is no record is left out', async () => {
    const { disk, journal } = await openOn(record('b'), record('a'));
    expect(journal.list('').map((each) => each.key)).toEqual(['a', 'b']);
    expect(journal.durable.get()).toBe(true);
    const odd = Object.assign(new FakeDisk(), {
      readAll: async () => [null, 3, { key: 5, v: 1, value: 1 }, record('a')],
    });
    expect((await openWriteThrough(odd)).list('')).toHaveLength(1);
    expect(disk.changes).toEqual([]);
  });

  test('a value is there at once and acknowledged when it is on the disk', async () => {
    const { disk, journal } = await openOn();
    const saved = journal.put({ key: 'a', v: 1, value: 1 });
    expect(journal.get('a')?.value).toBe(1);
    expect(disk.stored.has('a')).toBe(false);
    expect(await saved).toBe(true);
    expect(disk.stored.get('a')).toEqual(journal.get('a'));
    expect(typeof journal.get('a')?.at).toBe('number');
  });

  test('a batch is one change on the disk', async () => {
    const { disk, journal } = await openOn(record('old'));
    expect(await journal.putAll([record('a'), record('b')], ['old'])).toBe(true);
    expect(disk.changes).toEqual([{ clear: false, put: [record('a'), record('b')], delete: ['old'] }]);
  });

  test('what the disk refuses stays in memory, is said, and goes with the next write', async () => {
    const { disk, journal } = await openOn();
    disk.fails = () => true;
    expect(await journal.put(record('a'))).toBe(false);
    expect(journal.durable.get()).toBe(false);
    expect(journal.get('a')).toEqual(record('a'));
    disk.fails = () => false;
    expect(await journal.put(record('b'))).toBe(true);
    expect(journal.durable.get()).toBe(true);
    expect([...disk.stored.keys()]).toEqual(['a', 'b']);
  });

  test('what does not fit does not keep the rest from the disk, and is not said to be saved', async () => {
    const { disk, journal } = await openOn();
    disk.fails = (change) => change?.put.some((each) => each.key === 'huge') ?? false;
    expect(await journal.put(record('huge'))).toBe(false);
    expect(await journal.put(record('small'))).toBe(true);
    expect(journal.durable.get()).toBe(false);
    expect(await journal.retry()).toBe(false);
    expect(await journal.delete('huge')).toBe(true);
    expect(journal.durable.get()).toBe(true);
  });

  test('a disk that could not be read at first gives what it holds as soon as it answers', async () => {
    const disk = new FakeDisk();
    disk.stored.set('a', record('a'));
    disk.stored.set('b', record('b', 'old'));
    disk.fails = () => true;
    const journal = await openWriteThrough(disk);
    expect(journal.durable.get()).toBe(false);
    await journal.put(record('b', 'new'));
    disk.fails = () => false;
    expect(await journal.retry()).toBe(true);
    expect(journal.get('a')).toEqual(record('a'));
    expect(journal.get('b')).toEqual(record('b', 'new'));
    expect(disk.stored.get('b')).toEqual(record('b', 'new'));
  });

  test('all is deleted, and what comes after stays', async () => {
    const { disk, journal } = await openOn(record('a'), record('b'));
    const deleted = journal.deleteAll();
    const put = journal.put(record('c'));
    expect(await Promise.all([deleted, put])).toEqual([true, true]);
    expect([...disk.stored.keys()]).toEqual(['c']);
    expect(journal.list('')).toEqual([record('c')]);
  });

  test('a deletion that failed is not undone by reading the disk again', async () => {
    const { disk, journal } = await openOn(record('a'));
    disk.fails = () => true;
    expect(await journal.deleteAll()).toBe(false);
    expect(journal.durable.get()).toBe(false);
    disk.fails = (change) => change !== undefined;
    await journal.reread();
    expect(journal.list('')).toEqual([]);
    disk.fails = () => false;
    expect(await journal.retry()).toBe(true);
    expect(disk.stored.size).toBe(0);
  });

  test('what another tab has written is taken over, what is still on its way here stays', async () => {
    const { disk, journal } = await openOn(record('a'), record('gone'));
    disk.stored.set('b', record('b'));
    disk.stored.delete('gone');
    const before = journal.revision.get();
    const put = journal.put(record('a', 'mine'));
    const reread = journal.reread();
    const late = journal.put(record('c'));
    await Promise.all([put, reread, late]);
    expect(journal.list('').map((each) => each.value)).toEqual(['mine', 'b', 'c']);
    expect(journal.revision.get()).toBeGreaterThan(before);
  });

  test('nothing acknowledged is lost, whatever fails when', async () => {
    const action = fc.record({
      kind: fc.constantFrom(
        'put' as const,
        'put' as const,
        'delete' as const,
        'clear' as const,
        'reread' as const,
      ),
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.nat(1000),
      fails: fc.boolean(),
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 20 }), async (actions) => {
        const disk = new FakeDisk();
        const failures = actions.map((each) => each.fails);
        disk.fails = () => failures.shift() ?? false;
        const journal = await openWriteThrough(disk);
        const expected = new Map<string, unknown>();
        const running: Promise<unknown>[] = [];
        for (const { kind, key, value, waits } of actions) {
          if (kind === 'put') expected.set(key, value);
          else if (kind === 'delete') expected.delete(key);
          else if (kind === 'clear') expected.clear();
          const work =
            kind === 'put'
              ? journal.put(record(key, value))
              : kind === 'delete'
                ? journal.delete(key)
                : kind === 'clear'
                  ? journal.deleteAll()
                  : journal.reread();
          if (!waits) {
            running.push(work);
            continue;
          }
          const acknowledged = await work;
          await Promise.all(running);
          if (acknowledged === true && kind === 'put') expect(disk.stored.get(key)?.value).toBe(value);
          if (acknowledged === true && kind === 'delete') expect(disk.stored.has(key)).toBe(false);
        }
        await Promise.all(running);
        expect(new Map(journal.list('').map((each) => [each.key, each.value]))).toEqual(expected);
        disk.fails = () => false;
        expect(await journal.retry()).toBe(true);
        expect(new Map([...disk.stored].map(([key, each]) => [key, each.value]))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('in memory everything works and nothing is said to be saved', async () => {
    const journal = memoryJournal([record('a')]);
    expect(await journal.put(record('b'))).toBe(false);
    expect(await journal.putAll([record('c')], ['a'])).toBe(false);
    expect(journal.list('')).toEqual([record('b'), record('c')]);
    expect(journal.durable.get()).toBe(false);
    expect(await journal.deleteAll()).toBe(false);
    expect(journal.list('')).toEqual([]);
  });
});
