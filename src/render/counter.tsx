// The second script: see second-script.ts for why there are two.

import { openJournal } from '../journal/journal.ts';
import { startOfflineClient } from '../load/service-worker-client.ts';
import { navigation } from './main.tsx';
import { SecondScreen } from './second-screen.tsx';
import { journalStore, secondScript } from './second-script.ts';
import { StepList } from './step-list.tsx';
import { UpdateNotice } from './update-notice.tsx';

const offline = startOfflineClient({ isBusy: () => navigation.route.get().kind === 'triage' });
const nothing = () => null;

secondScript.set({
  offline,
  Screen: SecondScreen,
  UpdateNotice,
  HomeTop: nothing,
  HomeFoot: nothing,
  StepList,
  ArticleTools: nothing,
  SearchTools: nothing,
});
openJournal().then(journalStore.set);

// The first article read is the moment at which the handbook has proved useful: only now ask the browser to keep it.
const stopWaiting = navigation.route.subscribe(() => {
  if (navigation.route.get().kind !== 'article') return;
  stopWaiting();
  void offline.requestPersistence();
});
