// The journal in memory, and what of it still has to reach the disk.
//
// Writes go to the disk one after the other, each with the values present when its turn comes: so a write that had to be
// repeated can never put an older value over a newer one. What could not be saved stays marked, and goes with the next
// write; `durable` is true only when nothing is marked.

import { createStore, type Store } from '../base/store.ts';
import { isJournalRecord, type Journal, type JournalRecord } from './journal-record.ts';

export interface JournalDisk {
  /** Everything that is there; rejects when it cannot be read. */
  readAll(): Promise<readonly unknown[]>;
  /** All of it or nothing; resolves when it would survive a kill. */
  write(change: DiskChange): Promise<void>;
}

export interface DiskChange {
  /** Delete everything first. */
  readonly clear: boolean;
  readonly put: readonly JournalRecord[];
  readonly delete: readonly string[];
}

export async function openWriteThrough(disk: JournalDisk): Promise<WriteThroughJournal> {
  const journal = new WriteThroughJournal(disk, []);
  await journal.reread();
  return journal;
}

/** Stands for all records in the marks: no record has an empty key. */
const ALL = '';

export class WriteThroughJournal implements Journal {
  readonly durable: Store<boolean> = createStore(false);
  readonly revision: Store<number> = createStore(0);
  /** Called after each change that has reached the disk. */
  onSaved: () => void = () => undefined;
  readonly #disk: JournalDisk;
  readonly #records = new Map<string, JournalRecord>();
  /** Key → the number of its last change that has not been saved. */
  readonly #unsaved = new Map<string, number>();
  readonly #failed = new Set<string>();
  #loaded = false;
  #changes = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(disk: JournalDisk, records: readonly JournalRecord[]) {
    this.#disk = disk;
    for (const record of records) this.#records.set(record.key, record);
  }

  get(key: string): JournalRecord | undefined {
    return this.#records.get(key);
  }

  list(prefix: string): readonly JournalRecord[] {
    return [...this.#records.values()]
      .filter((record) => record.key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  put(record: JournalRecord): Promise<boolean> {
    return this.putAll([record]);
  }

  putAll(records: readonly JournalRecord[], deletedKeys: readonly string[] = []): Promise<boolean> {
    for (const key of deletedKeys) this.#records.delete(key);
    for (const record of records) this.#records.set(record.key, { ...record, at: record.at ?? Date.now() });
    return this.#save([...deletedKeys, ...records.map((record) => record.key)]);
  }

  delete(key: string): Promise<boolean> {
    return this.putAll([], [key]);
  }

  deleteAll(): Promise<boolean> {
    this.#records.clear();
    this.#unsaved.clear();
    this.#failed.clear();
    return this.#save([ALL]);
  }

  retry(): Promise<boolean> {
    return this.#save([]);
  }

  /** Takes over what the disk holds, but for what is still on its way there. */
  reread(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readDisk();
      this.#settle();
    });
  }

  #save(keys: readonly string[]): Promise<boolean> {
    for (const key of keys) this.#unsaved.set(key, ++this.#changes);
    if (keys.length > 0) this.#changed();
    return this.#inTurn(async () => {
      const all = [...this.#unsaved.keys()];
      // What failed before may be what does not fit: then at least this change.
      const saved = (await this.#write(all)) || (keys.length < all.length && (await this.#write(keys)));
      if (saved && !this.#loaded) await this.#readDisk();
      this.#settle();
      if (saved && all.length > 0) this.onSaved();
      return keys.length > 0 ? saved : this.durable.get();
    });
  }

  async #write(keys: readonly string[]): Promise<boolean> {
    const marks = keys.map((key) => [key, this.#unsaved.get(key)] as const);
    const clear = keys.includes(ALL);
    try {
      await this.#disk.write({
        clear,
        // Whatever has reached the disk since the deletion was asked for goes with it, and must come again.
        put: clear ? [...this.#records.values()] : keys.flatMap((key) => this.#records.get(key) ?? []),
        delete: clear ? [] : keys.filter((key) => !this.#records.has(key)),
      });
    } catch {
      for (const [key, mark] of marks)
        if (mark !== undefined && this.#unsaved.get(key) === mark) this.#failed.add(key);
      return false;
    }
    for (const [key, mark] of marks) {
      this.#failed.delete(key);
      if (this.#unsaved.get(key) === mark) this.#unsaved.delete(key);
    }
    return true;
  }

  async #readDisk(): Promise<void> {
    let found: readonly unknown[];
    try {
      found = await this.#disk.readAll();
    } catch {
      return;
    }
    this.#loaded = true;
    // Everything is about to be deleted.
    if (this.#unsaved.has(ALL)) return;
    const records = new Map<string, JournalRecord>();
    for (const record of found) if (isJournalRecord(record)) records.set(record.key, record);
    for (const key of this.#unsaved.keys()) {
      const mine = this.#records.get(key);
      if (mine === undefined) records.delete(key);
      else records.set(key, mine);
    }
    this.#records.clear();
    for (const [key, record] of records) this.#records.set(key, record);
    this.#changed();
  }

  #changed(): void {
    this.revision.set(this.revision.get() + 1);
  }

  #settle(): void {
    this.durable.set(this.#loaded && this.#failed.size === 0);
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** Tells the other tabs of a change, and rereads when they tell of theirs; does nothing where a browser cannot (Safari 14). */
export function announceTo(journal: WriteThroughJournal, name: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => void journal.reread();
  journal.onSaved = () => channel.postMessage('saved');
}
