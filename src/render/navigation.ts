// The address bar as a store of routes. Each history entry remembers how far it was scrolled, so that going back shows
// what was left: the same query, the same place.

import { createStore, type Readable } from '../base/store.ts';
import { addressOf, parseRoute, type Route } from './route.ts';

export interface Navigation {
  readonly route: Readable<Route>;
  /** `replace` keeps the history as long as it is: for every letter typed after the first. */
  go(route: Route, how?: 'push' | 'replace'): void;
  /** To the screen before, or home where this is the first one. */
  back(): void;
  /** Where the entry now shown was left, in CSS pixels from the top. */
  scrollOffset(): number;
}

interface EntryState {
  readonly scroll: number;
  /** Entries of this visit below this one. */
  readonly depth: number;
}

export function startNavigation(window: Window): Navigation {
  const { history, location } = window;
  const route = createStore(parseRoute(location.hash));
  history.scrollRestoration = 'manual';

  const entry = (): EntryState => {
    const state: unknown = history.state;
    if (typeof state !== 'object' || state === null || !('scroll' in state) || !('depth' in state)) {
      return { scroll: 0, depth: 0 };
    }
    return { scroll: Number(state.scroll) || 0, depth: Number(state.depth) || 0 };
  };
  // Safari throws after a hundred changes in half a minute, and a quick typist gets there. Then the address stays behind;
  // the screen must not, or it would answer a former query.
  const write = (how: 'push' | 'replace', state: EntryState, address = ''): boolean => {
    try {
      if (how === 'push') history.pushState(state, '', address);
      else history.replaceState(state, '', address);
      return true;
    } catch {
      return false;
    }
  };
  const rememberScroll = () => write('replace', { ...entry(), scroll: window.scrollY });
  let { depth } = entry();
  const follow = () => {
    // A tap on a link changes the hash by itself and begins an entry without a state.
    if (history.state === null) write('replace', { scroll: 0, depth: depth + 1 });
    depth = entry().depth;
    const next = parseRoute(location.hash);
    if (addressOf(next) !== addressOf(route.get())) route.set(next);
  };

  let timer: number | undefined;
  window.addEventListener('scroll', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(rememberScroll, 120);
  });
  window.addEventListener('click', rememberScroll, true);
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);

  return {
    route,
    go(next, how = 'push') {
      window.clearTimeout(timer);
      if (how === 'push') {
        rememberScroll();
        if (write('push', { scroll: 0, depth: depth + 1 }, addressOf(next))) depth++;
      } else {
        write('replace', { scroll: 0, depth }, addressOf(next));
      }
      route.set(next);
    },
    back() {
      if (depth > 0) history.back();
      else this.go({ kind: 'home', query: '' }, 'replace');
    },
    scrollOffset: () => entry().scroll,
  };
}
