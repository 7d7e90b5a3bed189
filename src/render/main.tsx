// The first script: draw the frame, open the library, answer.

import { render } from 'preact';
import { createStore } from '../base/store.ts';
import { openLibrary } from '../load/library.ts';
import { AppFrame } from './app.tsx';
import { AppContext, type LibraryState } from './app-context.ts';
import { startNavigation } from './navigation.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/article.css';
import './styles/screens.css';
import './styles/case.css';
import './styles/status.css';
import './styles/tools.css';
import './styles/print.css';
import './styles/large.css';

try {
  // Before anything is drawn; large-type.ts writes it.
  document.documentElement.dataset.size = localStorage.getItem('size') ?? '';
} catch {
  // No web storage: the journal will say.
}
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

export const navigation = startNavigation(window);
export const library = createStore<LibraryState>({ kind: 'opening' });

render(
  <AppContext.Provider value={{ navigation, library }}>
    <AppFrame />
  </AppContext.Provider>,
  root,
);
document.getElementById('boot')?.remove();

openLibrary(document.documentElement.dataset.bundle ?? '', fetchFile).then(async (opened) => {
  if (!opened.ok) {
    library.set({ kind: 'unavailable', problem: opened.problem });
    return;
  }
  library.set({ kind: 'open', library: opened.value });
  await opened.value.openRest();
});

async function fetchFile(url: string): Promise<Uint8Array> {
  const response = await fetch(`./${url}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
