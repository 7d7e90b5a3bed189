// What the merchant keeps on this phone: read whole at the start, then reads are synchronous and writes go through to
// IndexedDB. A write resolves only when the browser says that it is on disk.
//
// Where IndexedDB is missing, refused, full or dead the journal works from memory, and `durable` says so.

import { indexedDbDisk } from './indexed-db-disk.ts';
import type { Journal } from './journal-record.ts';
import { announceTo, openWriteThrough } from './write-through.ts';

export type { Journal, JournalRecord } from './journal-record.ts';

export async function openJournal(): Promise<Journal> {
  const journal = await openWriteThrough(indexedDbDisk());
  announceTo(journal, 'pos-reference-journal');
  return journal;
}
