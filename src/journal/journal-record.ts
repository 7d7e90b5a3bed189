// The envelope of everything that is kept. The database never changes its version; records carry one, so that an older
// build, back after a roll-back, can still open the database and leave alone what it does not know. Beside it, what every
// journal can do, whatever it is kept in.

import type { Readable } from '../base/store.ts';
import { isObject } from './record-reader.ts';

/** `key` is `<kind>/<name>`; `v` the version of the kind, 1 and up; the value is what the kind's own module reads. */
export interface JournalRecord {
  readonly key: string;
  readonly v: number;
  readonly value: unknown;
  /** When it was written, in ms since 1970: of two records with one key the newer wins. Set by the journal where missing. */
  readonly at?: number;
}

export interface Journal {
  /** False while something kept here is not on disk: the screen must say 未能保存. */
  readonly durable: Readable<boolean>;
  /** Counts changes, those of other tabs included. */
  readonly revision: Readable<number>;
  get(key: string): JournalRecord | undefined;
  /** Ascending by key. */
  list(prefix: string): readonly JournalRecord[];
  /** True when it is on disk; false when it is only in memory. */
  put(record: JournalRecord): Promise<boolean>;
  /** All of it or nothing, in one transaction. */
  putAll(records: readonly JournalRecord[], deletedKeys?: readonly string[]): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  deleteAll(): Promise<boolean>;
  /** Tries again to save what could not be saved. */
  retry(): Promise<boolean>;
}

/** What comes from the disk may be anything. */
export function isJournalRecord(value: unknown): value is JournalRecord {
  return (
    isObject(value) &&
    typeof value.key === 'string' &&
    Number.isInteger(value.v) &&
    'value' in value &&
    (value.at === undefined || Number.isFinite(value.at))
  );
}
