// The page is two scripts of one version. The first searches and draws answers, and is all that the moment at the counter
// waits for. The second (counter.tsx) follows at once: what is kept on the phone, the offline copy, the longer tasks. The
// first names nothing of it but this shape, and works, if less well, when the second never comes.

import type { FunctionComponent } from 'preact';
import { createStore } from '../base/store.ts';
import type { ArticleId } from '../bundle/article.ts';
import type { Journal } from '../journal/journal.ts';
import type { Library } from '../load/library.ts';
import type { OfflineClient } from '../load/service-worker-client.ts';
import type { BrowseList } from './route.ts';

export interface SecondScript {
  readonly offline: OfflineClient;
  readonly BrowseView: FunctionComponent<{ library: Library; list: BrowseList }>;
  readonly CustomerView: FunctionComponent<{ id: ArticleId }>;
  readonly StatusView: FunctionComponent;
  readonly TriageView: FunctionComponent<{ id: ArticleId }>;
  readonly UpdateNotice: FunctionComponent;
}

export const secondScript = createStore<SecondScript | undefined>(undefined);

/** Opened by the second script. */
export const journalStore = createStore<Journal | undefined>(undefined);
