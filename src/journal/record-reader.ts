// unknown → typed, or every problem with its place. What the phone kept, and what a file brings, is checked here before a
// field of it is believed. Written by hand because it ships to the phone.
//
// A reader is strict: a field that it does not know is a problem, so whoever adds a field bumps the version of its record.
// It returns `undefined` exactly when it has noted a problem; therefore no reader reads a type that contains `undefined`.

import { fail, ok, type Result } from '../base/result.ts';
import { type ArticleId, parseArticleId } from '../bundle/article.ts';
import { type BundleId, parseBundleId } from '../bundle/bundle-manifest.ts';
import { cleanText } from './clean-text.ts';

export interface ReadProblem {
  /** Such as `records[3].value.answers[0].at`. */
  readonly path: string;
  readonly expected: string;
}

interface Reading {
  readonly problems: ReadProblem[];
  depth: number;
}

export type Reader<Value> = (value: unknown, path: string, reading: Reading) => Value | undefined;

/** Problems noted at most: enough to repair a file by, few enough for any file. */
export const PROBLEM_LIMIT = 20;

const DEPTH_LIMIT = 40;

/** Reads all of `value`; `path` is where it stands. */
export function readValue<Value>(
  reader: Reader<Value>,
  value: unknown,
  path = '',
): Result<Value, readonly ReadProblem[]> {
  const reading: Reading = { problems: [], depth: 0 };
  const read = reader(value, path, reading);
  return read === undefined ? fail(reading.problems) : ok(read);
}

function refuse(reading: Reading, path: string, expected: string): undefined {
  if (reading.problems.length < PROBLEM_LIMIT) reading.problems.push({ path, expected });
  return undefined;
}

/** A reader from a function that accepts or gives `undefined`. */
export function reader<Value>(
  expected: string,
  accept: (value: unknown) => Value | undefined,
): Reader<Value> {
  return (value, path, reading) => accept(value) ?? refuse(reading, path, expected);
}

/** At most `limit` UTF-16 units. */
export function text(limit: number): Reader<string> {
  return reader(`text of at most ${limit}`, (value) =>
    typeof value === 'string' && value.length <= limit ? value : undefined,
  );
}

/** One line as `cleanText` leaves it, at most `limit` UTF-16 units. */
export function line(limit: number): Reader<string> {
  return reader(`a line of at most ${limit}`, (value) =>
    typeof value === 'string' && value === cleanText(value, limit) ? value : undefined,
  );
}

/** A whole number from `min` to `max`, both included. */
export function whole(min: number, max: number): Reader<number> {
  return reader(`a whole number from ${min} to ${max}`, (value) =>
    Number.isInteger(value) && typeof value === 'number' && value >= min && value <= max ? value : undefined,
  );
}

export const flag: Reader<boolean> = reader('true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

/** 2100-01-01 UTC; a larger number is not a time (and could be a card number). */
export const LAST_TIME = 4_102_444_800_000;

/** Milliseconds since 1970, as `Date.now()` says. */
export const time: Reader<number> = whole(0, LAST_TIME);

export const articleId: Reader<ArticleId> = reader('an article id', (value) =>
  typeof value === 'string' ? parseArticleId(value) : undefined,
);

export const bundleId: Reader<BundleId> = reader('a bundle id', (value) =>
  typeof value === 'string' ? parseBundleId(value) : undefined,
);

export function choice<const Value extends string | number>(values: readonly Value[]): Reader<Value> {
  return reader(`one of ${values.join(' ')}`, (value) => values.find((each) => each === value));
}

export function nullable<Value>(inner: Reader<Value>): Reader<Value | null> {
  return (value, path, reading) => (value === null ? null : inner(value, path, reading));
}

/** At most `limit` members. */
export function list<Value>(member: Reader<Value>, limit: number): Reader<readonly Value[]> {
  return nested((value, path, reading) => {
    if (!Array.isArray(value) || value.length > limit) {
      return refuse(reading, path, `a list of at most ${limit}`);
    }
    const members: Value[] = [];
    for (let i = 0; i < value.length; i++) {
      const read = member(value[i], `${path}[${i}]`, reading);
      if (read !== undefined) members.push(read);
    }
    return members.length === value.length ? members : undefined;
  });
}

type FieldReaders<Value> = { readonly [Key in keyof Value]: Reader<Value[Key]> };

/** Exactly these fields. */
export function fields<Value extends object>(readers: FieldReaders<Value>): Reader<Value> {
  return nested((value, path, reading) => {
    if (!isObject(value)) return refuse(reading, path, 'an object');
    const result: Partial<Value> = {};
    let whole = true;
    for (const key of Object.keys(value)) {
      if (Object.keys(readers).includes(key)) continue;
      refuse(reading, join(path, key), 'no such field');
      whole = false;
    }
    for (const key in readers) {
      const read = readers[key](value[key], join(path, key), reading);
      if (read === undefined) whole = false;
      else result[key] = read;
    }
    return whole ? (result as Value) : undefined;
  });
}

type Kinded = { readonly kind: string };

/** By `kind`, which the members need not read. `members` is a function so that unions can contain themselves. */
export function union<Value extends Kinded>(
  members: () => {
    readonly [Kind in Value['kind']]: FieldReaders<Omit<Extract<Value, { readonly kind: Kind }>, 'kind'>>;
  },
): Reader<Value> {
  let readers: Map<unknown, Reader<Value>> | undefined;
  return (value, path, reading) => {
    readers ??= new Map(
      Object.entries<object>(members()).map(([kind, member]) => [
        kind,
        fields({ kind: choice([kind]), ...member } as FieldReaders<Value>),
      ]),
    );
    const member = readers.get(isObject(value) ? value.kind : undefined);
    return member === undefined
      ? refuse(reading, join(path, 'kind'), `one of ${[...readers.keys()].join(' ')}`)
      : member(value, path, reading);
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nesting without an end would overflow the stack. */
function nested<Value>(inner: Reader<Value>): Reader<Value> {
  return (value, path, reading) => {
    if (reading.depth >= DEPTH_LIMIT) return refuse(reading, path, `nesting of at most ${DEPTH_LIMIT}`);
    reading.depth++;
    const read = inner(value, path, reading);
    reading.depth--;
    return read;
  };
}

/** A key of any length, from any file, is shown short. */
function join(path: string, key: string): string {
  const name = key.slice(0, 40);
  return path === '' ? name : `${path}.${name}`;
}
