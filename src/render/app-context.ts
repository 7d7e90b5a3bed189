// What every view may use, handed down once. Views subscribe to the parts that they draw.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Readable } from '../base/store.ts';
import type { MyLine } from '../journal/my-line.ts';
import type { Library, LoadProblem } from '../load/library.ts';
import type { Navigation } from './navigation.ts';
import { myLineStore } from './second-script.ts';

export type LibraryState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly library: Library }
  | { readonly kind: 'unavailable'; readonly problem: LoadProblem };

export interface App {
  readonly navigation: Navigation;
  readonly library: Readable<LibraryState>;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('useApp outside <AppContext.Provider>');
  return app;
}

/** The present value, and a new drawing with every change of it, those between this drawing and its effect included. */
export function useReadable<Value>(readable: Readable<Value>): Value {
  const [, redraw] = useState({});
  const drawn = readable.get();
  useEffect(() => {
    if (!Object.is(readable.get(), drawn)) redraw({});
    return readable.subscribe(() => redraw({}));
    // Only the first drawing can miss a change: from then on the subscription hears of it.
  }, [readable]);
  return drawn;
}

const NEVER: Readable<number> = { get: () => 0, subscribe: () => () => undefined };

export function useLibrary(): Library | undefined {
  const state = useReadable(useApp().library);
  const library = state.kind === 'open' ? state.library : undefined;
  useReadable(library?.revision ?? NEVER);
  return library;
}

/** The merchant's line; `unset` until the journal has been read. */
export function useMyLine(): MyLine {
  return useReadable(myLineStore);
}
