// One kind of record: where its keys are, which version this build writes, how older versions become it, how it is read.
// A record of a newer version is neither shown nor overwritten: the build that wrote it may come back.

import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import { type Reader, type ReadProblem, readValue } from './record-reader.ts';

export interface KindDefinition<Value> {
  /** Keys are this and the name of the value; ends in `/` unless there is only one record of the kind. */
  readonly prefix: string;
  readonly version: number;
  readonly reader: Reader<Value>;
  /** A record under another key than its value says is damaged. */
  readonly nameOf: (value: Value) => string;
  /** `migrations[n - 1]` turns a value of version n into one of n + 1. Pure; what it makes is read as strictly as the rest. */
  readonly migrations?: readonly ((value: unknown) => unknown)[];
}

export interface RecordKind<Value> {
  readonly prefix: string;
  readonly version: number;
  /** `undefined` where the record is of another kind, of a newer version, or damaged. */
  parse(record: JournalRecord | undefined): Value | undefined;
  /** Why `parse` gives `undefined`; empty for what is read and for newer versions. `path` is where the record stands. */
  problems(record: JournalRecord, path: string): readonly ReadProblem[];
  record(value: Value, at?: number): JournalRecord;
}

export function recordKind<Value>(definition: KindDefinition<Value>): RecordKind<Value> {
  const { prefix, version, reader, nameOf, migrations = [] } = definition;
  const read = (record: JournalRecord, path: string) => {
    const value = migrations
      .slice(record.v - 1, version - 1)
      .reduce((old, migrate) => migrate(old), record.value);
    return readValue(reader, value, path);
  };
  const isNewer = (record: JournalRecord) => record.v > version;
  return {
    prefix,
    version,
    parse(record) {
      if (record === undefined || isNewer(record) || record.v < 1) return undefined;
      const result = read(record, '');
      return result.ok && record.key === prefix + nameOf(result.value) ? result.value : undefined;
    },
    problems(record, path) {
      if (isNewer(record)) return [];
      const result = read(record, `${path}.value`);
      if (!result.ok) return result.problem;
      const key = prefix + nameOf(result.value);
      return record.key === key ? [] : [{ path: `${path}.key`, expected: key }];
    },
    record: (value, at) => ({
      key: prefix + nameOf(value),
      v: version,
      value,
      ...(at === undefined ? {} : { at }),
    }),
  };
}

/** Those that this build can read, ascending by key. */
export function listValues<Value>(journal: Journal, kind: RecordKind<Value>): readonly Value[] {
  return journal.list(kind.prefix).flatMap((record) => kind.parse(record) ?? []);
}

/**
 * Puts `value` and deletes `dropped` (values of the same kind) in one transaction. False when it is not on disk, and when
 * a newer build's record has the key: that one stays as it is.
 */
export async function keepValue<Value>(
  journal: Journal,
  kind: RecordKind<Value>,
  value: Value,
  dropped: readonly Value[] = [],
): Promise<boolean> {
  const record = kind.record(value);
  if ((journal.get(record.key)?.v ?? 0) > kind.version) return false;
  return journal.putAll(
    [record],
    dropped.map((each) => kind.record(each).key).filter((key) => key !== record.key),
  );
}

/** Beyond the `limit` newest; what this build cannot read does not count and does not go. */
export function olderThanNewest<Value>(
  values: readonly Value[],
  timeOf: (value: Value) => number,
  limit: number,
): readonly Value[] {
  return [...values].sort((a, b) => timeOf(b) - timeOf(a)).slice(limit);
}
