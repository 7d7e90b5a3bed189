// The frame: where one is, what is being looked at, and the dock under the thumb.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp, useReadable } from './app-context.ts';
import { Dock } from './dock.tsx';
import { HomeView } from './home-view.tsx';
import { addressOf, type Route } from './route.ts';
import { SafeProcedure } from './safe-procedure.tsx';
import { SearchView } from './search-view.tsx';
import { journalStore, secondScript } from './second-script.ts';

/** The last resort of a start may take eight seconds; this is well before. */
const SECOND_SCRIPT_LIMIT_MS = 5000;

export function AppFrame() {
  const { navigation } = useApp();
  const route = useReadable(navigation.route);
  const opened = useReadable(journalStore);
  const second = useReadable(secondScript);
  const main = useRef<HTMLElement>(null);
  useRestoredScroll(addressOf(route));
  if (route.kind === 'customer') return <Screen route={route} />;
  const focused = route.kind === 'triage';
  return (
    <>
      <header class="top">
        <a class="brand" href={addressOf({ kind: 'home', query: '' })}>
          POS 故障速查
        </a>
        {second !== undefined && <second.OfflinePill />}
      </header>
      {!focused && second !== undefined && <second.UpdateNotice />}
      {opened !== undefined && <Unsaved />}
      <main ref={main} id="main" tabIndex={-1}>
        <Screen route={route} />
      </main>
      {!focused && <Dock />}
    </>
  );
}

function Screen({ route }: { route: Route }) {
  const state = useReadable(useApp().library);
  const second = useReadable(secondScript);
  if (route.kind !== 'home') {
    const library = state.kind === 'open' ? state.library : undefined;
    return second === undefined ? <SecondScriptAwaited /> : <second.Screen route={route} library={library} />;
  }
  if (state.kind === 'opening') return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'unavailable') {
    return second === undefined ? <SafeProcedure /> : <second.ProblemView problem={state.problem} />;
  }
  if (route.query.trim() === '') return <HomeView library={state.library} />;
  return <SearchView library={state.library} query={route.query} />;
}

function Unsaved() {
  const journal = journalStore.get();
  const durable = useReadable(journal?.durable ?? { get: () => true, subscribe: () => () => undefined });
  return durable ? null : (
    <p class="notice" role="status">
      未能保存：这台手机不让存设置，关掉页面后会忘记。
    </p>
  );
}

/** Never an endless wait: where the second script is gone, what is safe is here. */
function SecondScriptAwaited() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SECOND_SCRIPT_LIMIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? <SafeProcedure /> : <div class="waiting" aria-busy="true" />;
}

/** A screen seen before opens where it was left; a new one, and a new answer to what is being typed, at its top. */
function useRestoredScroll(address: string): void {
  const { navigation } = useApp();
  const shown = useRef(address);
  useLayoutEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    window.scrollTo(0, navigation.scrollOffset());
  }, [address, navigation]);
}
