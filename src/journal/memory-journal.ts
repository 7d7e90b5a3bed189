// A journal without a disk: for a browser without IndexedDB, and for tests. It is the real journal on a disk that always
// refuses, so it never says that anything was saved.

import type { Journal, JournalRecord } from './journal-record.ts';
import { WriteThroughJournal } from './write-through.ts';

export function memoryJournal(records: readonly JournalRecord[] = []): Journal {
  const refuse = () => Promise.reject(new Error('there is no disk'));
  return new WriteThroughJournal({ readAll: refuse, write: refuse }, records);
}
