// The entry of the page: draw the frame, open the library and the journal beside each other, keep the offline copy whole.

import { render } from 'preact';
import { createStore } from '../base/store.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { openLibrary } from '../load/library.ts';
import { startOfflineClient } from '../load/service-worker-client.ts';
import { AppFrame } from './app.tsx';
import { AppContext, type LibraryState } from './app-context.ts';
import { startNavigation } from './navigation.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/article.css';
import './styles/screens.css';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const navigation = startNavigation(window);
const library = createStore<LibraryState>({ kind: 'opening' });
const journal = createStore<Journal | undefined>(undefined);
const offline = startOfflineClient({ isBusy: () => navigation.route.get().kind === 'triage' });

render(
  <AppContext.Provider value={{ navigation, library, journal, offline }}>
    <AppFrame />
  </AppContext.Provider>,
  root,
);
document.getElementById('boot')?.remove();

async function fetchFile(url: string): Promise<Uint8Array> {
  const response = await fetch(`./${url}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

openLibrary(document.documentElement.dataset.bundle ?? '', fetchFile).then(async (opened) => {
  if (!opened.ok) {
    library.set({ kind: 'unavailable', problem: opened.problem });
    return;
  }
  library.set({ kind: 'open', library: opened.value });
  await opened.value.openRest();
});
openJournal().then(journal.set);

// The first article read is the moment at which the handbook has proved useful: only now ask the browser to keep it.
const stopWaiting = navigation.route.subscribe(() => {
  if (navigation.route.get().kind !== 'article') return;
  stopWaiting();
  void offline.requestPersistence();
});
