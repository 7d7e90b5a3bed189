import { describe, expect, test } from 'vitest';
import {
  choice,
  fields,
  flag,
  line,
  list,
  nullable,
  PROBLEM_LIMIT,
  type Reader,
  readValue,
  text,
  time,
  union,
  whole,
} from '../../../src/journal/record-reader.ts';

interface Shape {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly colour: 'red' | 'blue';
  readonly note: string | null;
  readonly on: boolean;
}

const shape = fields<Shape>({
  name: line(5),
  sizes: list(whole(0, 9), 3),
  colour: choice(['red', 'blue']),
  note: nullable(text(5)),
  on: flag,
});

const good = { name: 'a b', sizes: [0, 9], colour: 'red', note: null, on: false };

type Tree = { readonly kind: 'leaf' } | { readonly kind: 'node'; readonly members: readonly Tree[] };
const tree: Reader<Tree> = union<Tree>(() => ({ leaf: {}, node: { members: list(tree, 10) } }));

describe('record reader', () => {
  test('what has the right form comes out as it went in', () => {
    expect(readValue(shape, good)).toEqual({ ok: true, value: good });
  });

  test.each([
    [{ ...good, name: ' a' }, 'name'],
    [{ ...good, name: 'a\nb' }, 'name'],
    [{ ...good, sizes: [1, 2, 10] }, 'sizes[2]'],
    [{ ...good, sizes: [1, 1.5] }, 'sizes[1]'],
    [{ ...good, sizes: [1, 1, 1, 1] }, 'sizes'],
    [{ ...good, colour: 'green' }, 'colour'],
    [{ ...good, note: 3 }, 'note'],
    [{ ...good, on: undefined }, 'on'],
    [{ ...good, extra: 1 }, 'extra'],
    [{ ...good, constructor: 1 }, 'constructor'],
    [JSON.parse('{"name":"","sizes":[],"colour":"red","note":null,"on":true,"__proto__":{}}'), '__proto__'],
    [[good], ''],
    [null, ''],
  ])('%j is refused at %s', (value, path) => {
    const read = readValue(shape, value);
    expect(read.ok ? [] : read.problem.map((problem) => problem.path)).toEqual([path]);
  });

  test('all problems are named, with the place where the value stands', () => {
    const read = readValue(shape, { ...good, name: 1, on: 'yes' }, 'records[3].value');
    expect(read.ok ? [] : read.problem.map((problem) => problem.path)).toEqual([
      'records[3].value.name',
      'records[3].value.on',
    ]);
  });

  test('as many as are useful and no more', () => {
    const read = readValue(list(flag, 1000), Array(500).fill(0));
    expect(read.ok ? 0 : read.problem.length).toBe(PROBLEM_LIMIT);
  });

  test('a union is read by its kind alone', () => {
    const value = { kind: 'node', members: [{ kind: 'leaf' }] };
    expect(readValue(tree, value)).toEqual({ ok: true, value });
    for (const kind of ['other', 'toString', '__proto__', undefined, 3]) {
      expect(readValue(tree, { kind }).ok).toBe(false);
    }
    expect(readValue(tree, { kind: 'leaf', members: [] }).ok).toBe(false);
  });

  test('nesting has an end', () => {
    let value: unknown = { kind: 'leaf' };
    for (let i = 0; i < 50_000; i++) value = { kind: 'node', members: [value] };
    expect(readValue(tree, value).ok).toBe(false);
  });

  test('a number that could be a card number is no time', () => {
    expect(readValue(time, 4111111111111111).ok).toBe(false);
    expect(readValue(time, Number.NaN).ok).toBe(false);
    expect(readValue(time, 1_795_000_000_000).ok).toBe(true);
  });
});
