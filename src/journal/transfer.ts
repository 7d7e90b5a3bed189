// Everything that was kept, as one JSON file, out and in. A file is checked as a whole before one record of it is written,
// and written in one transaction: a bad file changes nothing.
//
// Of two records with the same key the newer one stays. Records that a newer build wrote are carried along unread. Whatever
// the kind, no text and no number of a file may hold a card number.

import { fail, ok, type Result } from '../base/result.ts';
import { parseBundleId } from '../bundle/bundle-manifest.ts';
import type { Journal, JournalRecord } from './journal.ts';
import { findCardNumber } from './pan.ts';
import { RECORD_KINDS } from './record-kinds.ts';
import {
  choice,
  fields,
  isObject,
  LAST_TIME,
  list,
  PROBLEM_LIMIT,
  type ReadProblem,
  reader,
  readValue,
  text,
  time,
  whole,
} from './record-reader.ts';

export const TRANSFER_FORMAT = 'pos-reference-journal';
const TRANSFER_VERSION = 1;

/** UTF-16 units; a journal is some hundred thousand. */
export const FILE_LIMIT = 10_000_000;
const RECORDS_LIMIT = 20_000;

export function exportJournal(journal: Journal, now: number): string {
  const file = {
    format: TRANSFER_FORMAT,
    version: TRANSFER_VERSION,
    exportedAt: now,
    records: journal.list(''),
  };
  return JSON.stringify(file, null, 1);
}

export interface ImportPlan {
  /** What is to be written: nothing else changes. */
  readonly records: readonly JournalRecord[];
  readonly added: number;
  readonly replaced: number;
  /** In the file, but what is here is newer, or the same. */
  readonly kept: number;
}

interface TransferFile {
  readonly format: string;
  readonly version: number;
  readonly exportedAt: number;
  readonly records: readonly Required<JournalRecord>[];
}

const anything = reader<unknown>('a value', (value) => value);

const fileReader = fields<TransferFile>({
  format: choice([TRANSFER_FORMAT]),
  version: choice([TRANSFER_VERSION]),
  exportedAt: time,
  records: list(
    fields<Required<JournalRecord>>({ key: text(500), v: whole(1, 10_000), value: anything, at: time }),
    RECORDS_LIMIT,
  ),
});

/** Every problem of the file with its path, or what importing it would do. `now` in ms: nothing is newer than that. */
export function planImport(
  journal: Journal,
  file: string,
  now: number,
): Result<ImportPlan, readonly ReadProblem[]> {
  if (file.length > FILE_LIMIT) return fail([{ path: '', expected: `at most ${FILE_LIMIT} characters` }]);
  let value: unknown;
  try {
    value = JSON.parse(file.replace(/^\ufeff/, ''));
  } catch {
    return fail([{ path: '', expected: 'JSON' }]);
  }
  const read = readValue(fileReader, value);
  if (!read.ok) return read;
  const { records } = read.value;
  const problems: ReadProblem[] = [];
  const keys = new Set<string>();
  for (let i = 0; i < records.length && problems.length < PROBLEM_LIMIT; i++) {
    const record = records[i];
    if (record === undefined) continue;
    const path = `records[${i}]`;
    if (keys.has(record.key)) problems.push({ path: `${path}.key`, expected: 'each key once' });
    keys.add(record.key);
    problems.push(...recordProblems(record, path));
  }
  return problems.length > 0 ? fail(problems.slice(0, PROBLEM_LIMIT)) : ok(merge(journal, records, now));
}

/** In one transaction. False when it is not on disk. */
export function applyImport(journal: Journal, plan: ImportPlan): Promise<boolean> {
  return journal.putAll(plan.records);
}

function recordProblems(record: JournalRecord, path: string): readonly ReadProblem[] {
  const kind = RECORD_KINDS.find((each) =>
    each.prefix.endsWith('/') ? record.key.startsWith(each.prefix) : record.key === each.prefix,
  );
  if (kind === undefined) return [{ path: `${path}.key`, expected: 'a known kind of record' }];
  const problems = kind.problems(record, path);
  return problems.length > 0 ? problems : cardNumbersIn([record.key, record.value], path);
}

function merge(journal: Journal, records: readonly Required<JournalRecord>[], now: number): ImportPlan {
  const written: JournalRecord[] = [];
  let replaced = 0;
  for (const record of records) {
    const at = Math.min(record.at, now);
    const mine = journal.get(record.key);
    if (mine !== undefined && (mine.at ?? 0) >= at) continue;
    if (mine !== undefined) replaced++;
    written.push({ ...record, at });
  }
  const added = written.length - replaced;
  return { records: written, added, replaced, kept: records.length - written.length };
}

/** The first one, wherever it hides: texts, names of fields, numbers too large for a time. Without recursion. */
function cardNumbersIn(value: unknown, path: string): readonly ReadProblem[] {
  const found = [{ path, expected: 'no card number' }];
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === 'string') {
      // Sixteen hexadecimal digits can be thirteen decimal ones in a row.
      const isBundleId = parseBundleId(next) !== undefined && /[a-f]/.test(next);
      if (!isBundleId && findCardNumber(next) !== undefined) return found;
    } else if (typeof next === 'number') {
      if (Math.abs(next) > LAST_TIME && findCardNumber(String(next)) !== undefined) return found;
    } else if (Array.isArray(next)) rest.push(...next.slice(0, RECORDS_LIMIT));
    else if (isObject(next)) for (const [name, member] of Object.entries(next)) rest.push(name, member);
  }
  return [];
}
