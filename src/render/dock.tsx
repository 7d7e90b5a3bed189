// At the bottom, where the thumb is: the way back, the search box, and the keypad for codes.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useReadable } from './app-context.ts';
import { ICONS, Icon } from './icons.tsx';
import { QUERY_LIMIT } from './route.ts';
import { SearchBox } from './search-box.tsx';
import { secondScript } from './second-script.ts';

export function Dock() {
  const { navigation, library } = useApp();
  const route = useReadable(navigation.route);
  const state = useReadable(library);
  const second = useReadable(secondScript);
  const [keypad, setKeypad] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const query = route.kind === 'home' ? route.query : '';
  const atHome = route.kind === 'home' && query === '';

  useEffect(() => {
    if (route.kind !== 'home') setKeypad(false);
  }, [route]);

  const search = (text: string) => {
    navigation.go({ kind: 'home', query: text.slice(0, QUERY_LIMIT) }, query === '' ? 'push' : 'replace');
  };
  return (
    <div class="dock">
      {keypad && state.kind === 'open' && second !== undefined && (
        <second.Keypad
          library={state.library}
          query={query}
          onQuery={search}
          onClose={() => setKeypad(false)}
        />
      )}
      {!atHome && (
        <button type="button" class="back" aria-label="返回" onClick={() => navigation.back()}>
          <Icon path={ICONS.back} />
        </button>
      )}
      <SearchBox input={box} query={query} softKeyboard={!keypad} onQuery={search} />
      {!keypad && second !== undefined && (
        <button type="button" class="open-keypad" onClick={() => setKeypad(true)}>
          键盘
        </button>
      )}
    </div>
  );
}
