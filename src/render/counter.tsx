// The second script: see second-script.ts for why there are two.

import { openJournal } from '../journal/journal.ts';
import { startOfflineClient } from '../load/service-worker-client.ts';
import { BrowseView } from './browse-view.tsx';
import { CustomerView } from './customer-view.tsx';
import { navigation } from './main.tsx';
import { journalStore, secondScript } from './second-script.ts';
import { StatusView } from './status-view.tsx';
import { TriageView } from './triage-view.tsx';
import { UpdateNotice } from './update-notice.tsx';

const offline = startOfflineClient({ isBusy: () => navigation.route.get().kind === 'triage' });

secondScript.set({ offline, BrowseView, CustomerView, StatusView, TriageView, UpdateNotice });
openJournal().then(journalStore.set);

// The first article read is the moment at which the handbook has proved useful: only now ask the browser to keep it.
const stopWaiting = navigation.route.subscribe(() => {
  if (navigation.route.get().kind !== 'article') return;
  stopWaiting();
  void offline.requestPersistence();
});
