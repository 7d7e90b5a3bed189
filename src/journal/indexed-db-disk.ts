// One IndexedDB store of records. The handle can die at any time: Safari drops it, clearing site data kills it, another
// tab may need it closed. It is reopened once for each operation, and then the operation fails.
//
// The database stays at version 1 for good: an older build, back after a roll-back, could not open a newer one.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JournalRecord } from './journal-record.ts';
import { ReopeningHandle } from './reopening-handle.ts';
import type { DiskChange, JournalDisk } from './write-through.ts';

const DATABASE = 'pos-reference';
const STORE = 'records';

interface Schema extends DBSchema {
  [STORE]: { key: string; value: JournalRecord };
}

type Database = IDBPDatabase<Schema>;

export function indexedDbDisk(): JournalDisk {
  const handle = new ReopeningHandle<Database>((lost) =>
    openDB<Schema>(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore(STORE, { keyPath: 'key' });
      },
      // A later version would wait for ever behind this handle; so would a deletion of the database.
      blocking: lost,
      terminated: lost,
    }),
  );
  return {
    readAll: () => handle.use((database) => database.getAll(STORE)),
    write: (change) => handle.use((database) => writeDurably(database, change)),
  };
}

async function writeDurably(database: Database, change: DiskChange): Promise<void> {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const { store, done } = transaction;
  const requests: Promise<unknown>[] = [done];
  try {
    if (change.clear) requests.push(store.clear());
    for (const key of change.delete) requests.push(store.delete(key));
    for (const record of change.put) requests.push(store.put(record));
  } catch (cause) {
    // Must abort: what was asked for so far would be committed without the rest.
    const settled = Promise.allSettled(requests);
    try {
      transaction.abort();
    } catch {
      // It has been aborted by the browser, which is why asking for more has thrown.
    }
    await settled;
    throw cause;
  }
  await Promise.all(requests);
}
