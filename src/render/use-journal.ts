// The journal for a view: undefined until it has been opened, and a new drawing with every change of it.

import type { Readable } from '../base/store.ts';
import type { Journal } from '../journal/journal.ts';
import { useReadable } from './app-context.ts';
import { journalStore } from './second-script.ts';

const NEVER: Readable<number> = { get: () => 0, subscribe: () => () => undefined };

export function useJournal(): Journal | undefined {
  const journal = useReadable(journalStore);
  useReadable(journal?.revision ?? NEVER);
  return journal;
}
