import { describe, expect, test } from 'vitest';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { myLine, setMyLine } from '../../../src/journal/my-line.ts';
import { keepValue, listValues, recordKind } from '../../../src/journal/record-kind.ts';
import { fields, isObject, line, whole } from '../../../src/journal/record-reader.ts';

interface Note {
  readonly name: string;
  readonly size: number;
}

/** Version 1 was a name, version 2 had `length`, version 3 calls it `size`. */
const notes = recordKind<Note>({
  prefix: 'note/',
  version: 3,
  reader: fields<Note>({ name: line(20), size: whole(0, 100) }),
  nameOf: (note) => note.name,
  migrations: [
    (name) => ({ name, length: typeof name === 'string' ? name.length : -1 }),
    (value) => (isObject(value) ? { name: value.name, size: value.length } : value),
  ],
});

describe('record kind', () => {
  test('records of every older version are read as the newest', () => {
    const note = { name: 'abc', size: 3 };
    expect(notes.parse({ key: 'note/abc', v: 1, value: 'abc' })).toEqual(note);
    expect(notes.parse({ key: 'note/abc', v: 2, value: { name: 'abc', length: 3 } })).toEqual(note);
    expect(notes.parse({ key: 'note/abc', v: 3, value: note })).toEqual(note);
  });

  test.each([
    ['of a newer version', { key: 'note/abc', v: 4, value: { name: 'abc', size: 3 } }],
    ['of no version', { key: 'note/abc', v: 0, value: 'abc' }],
    ['under the key of another', { key: 'note/x', v: 1, value: 'abc' }],
    ['of another kind', { key: 'other/abc', v: 1, value: 'abc' }],
    ['damaged', { key: 'note/abc', v: 1, value: 5 }],
  ])('one %s is not shown', (_, record) => {
    expect(notes.parse(record)).toBeUndefined();
  });

  test('what a newer build wrote is neither listed, nor overwritten, nor dropped', async () => {
    const newer = { key: 'note/abc', v: 9, value: 'unknown' };
    const journal = memoryJournal([newer]);
    expect(await keepValue(journal, notes, { name: 'abc', size: 1 })).toBe(false);
    await keepValue(journal, notes, { name: 'b', size: 1 });
    expect(listValues(journal, notes)).toEqual([{ name: 'b', size: 1 }]);
    expect(journal.get('note/abc')).toEqual(newer);
  });

  test('my line: a choice, no choice, and nonsense', async () => {
    expect(myLine(memoryJournal())).toBe('unset');
    expect(myLine(memoryJournal([{ key: 'setting/line', v: 1, value: 'zhineng' }]))).toBe('zhineng');
    expect(myLine(memoryJournal([{ key: 'setting/line', v: 1, value: 'mobile' }]))).toBe('unset');
    const journal = memoryJournal([{ key: 'setting/line', v: 2, value: { line: 'zhineng' } }]);
    expect(myLine(journal)).toBe('unset');
    await setMyLine(journal, 'chuantong');
    expect(myLine(journal)).toBe('chuantong');
  });
});
