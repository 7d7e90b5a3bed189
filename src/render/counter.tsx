// The second script: see second-script.ts for why there are two.

import { openJournal } from '../journal/journal.ts';
import { myLine } from '../journal/my-line.ts';
import { startOfflineClient } from '../load/service-worker-client.ts';
import { Keypad } from './keypad.tsx';
import { LineChooser } from './line-chooser.tsx';
import { navigation } from './main.tsx';
import { OfflinePill } from './offline-pill.tsx';
import { ProblemView } from './problem-view.tsx';
import { SecondScreen } from './second-screen.tsx';
import { journalStore, myLineStore, secondScript } from './second-script.ts';
import { UpdateNotice } from './update-notice.tsx';

const offline = startOfflineClient({ isBusy: () => navigation.route.get().kind === 'triage' });
const nothing = () => null;

secondScript.set({
  offline,
  Screen: SecondScreen,
  UpdateNotice,
  ProblemView,
  OfflinePill,
  LineChooser,
  Keypad,
  HomeTop: nothing,
  HomeFoot: nothing,
  ArticleTools: nothing,
  SearchTools: nothing,
});
openJournal().then((journal) => {
  const follow = () => myLineStore.set(myLine(journal));
  follow();
  journal.revision.subscribe(follow);
  journalStore.set(journal);
});

// The first article read is the moment at which the handbook has proved useful: only now ask the browser to keep it.
const stopWaiting = navigation.route.subscribe(() => {
  if (navigation.route.get().kind !== 'article') return;
  stopWaiting();
  void offline.requestPersistence();
});
