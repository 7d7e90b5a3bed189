// The second script: see second-script.ts for why there are two.

import { openJournal } from '../journal/journal.ts';
import { myLine } from '../journal/my-line.ts';
import { attachParts } from '../load/attach-parts.ts';
import { startOfflineClient } from '../load/service-worker-client.ts';
import { warmUp } from '../load/warm-up.ts';
import { ArticleTools } from './article-tools.tsx';
import { HitNote } from './hit-note.tsx';
import { HomeFoot } from './home-foot.tsx';
import { HomeTop } from './home-top.tsx';
import { Keypad } from './keypad.tsx';
import { followLargeType } from './large-type.ts';
import { LineChooser } from './line-chooser.tsx';
import { library, navigation } from './main.tsx';
import { OfflinePill } from './offline-pill.tsx';
import { ProblemView } from './problem-view.tsx';
import { SearchTools } from './search-tools.tsx';
import { SecondScreen } from './second-screen.tsx';
import { journalStore, myLineStore, secondScript } from './second-script.ts';
import { UpdateNotice } from './update-notice.tsx';

const offline = startOfflineClient({ isBusy: () => navigation.route.get().kind === 'triage' });

secondScript.set({
  offline,
  Screen: SecondScreen,
  UpdateNotice,
  HitNote,
  ProblemView,
  OfflinePill,
  LineChooser,
  Keypad,
  HomeTop,
  HomeFoot,
  ArticleTools,
  SearchTools,
});
const forgive = () => {
  const state = library.get();
  if (state.kind !== 'open') return;
  stopForgiving();
  attachParts(state.library);
  state.library.revision.subscribe(() => warmUp(state.library));
};
const stopForgiving = library.subscribe(forgive);
forgive();
openJournal().then((journal) => {
  const follow = () => myLineStore.set(myLine(journal));
  follow();
  followLargeType(journal);
  journal.revision.subscribe(follow);
  journalStore.set(journal);
});

// The first article read is the moment at which the handbook has proved useful: only now ask the browser to keep it.
const stopWaiting = navigation.route.subscribe(() => {
  if (navigation.route.get().kind !== 'article') return;
  stopWaiting();
  void offline.requestPersistence();
});

// For mend.ts: nothing is missing.
document.documentElement.dataset.scripts = 'all';
