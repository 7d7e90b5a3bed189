// The browser owns the text while an input method composes: nothing is searched, rewritten or confirmed until the
// composition has ended.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ICONS, Icon } from './icons.tsx';
import { QUERY_LIMIT } from './route.ts';

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** False while the keypad is open: the phone's own keyboard stays away. */
  readonly softKeyboard: boolean;
  readonly onQuery: (query: string) => void;
}

export function SearchBox({ input, query, softKeyboard, onQuery }: SearchBoxProps) {
  const composing = useRef(false);
  // Before the paint: going back shows the former query and its hits together.
  useLayoutEffect(() => {
    const box = input.current;
    if (box !== null && !composing.current && box.value !== query) box.value = query;
  }, [input, query]);
  useEffect(() => {
    const box = input.current;
    // A soft keyboard would cover half of the home screen; a real one has nothing to cover.
    if (matchMedia('(pointer: fine)').matches) box?.focus({ preventScroll: true });
    const focusOnSlash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTextField(document.activeElement)) return;
      event.preventDefault();
      box?.focus();
    };
    document.addEventListener('keydown', focusOnSlash);
    return () => document.removeEventListener('keydown', focusOnSlash);
  }, [input]);

  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key belongs to the input method, in browsers that do not say isComposing on the last key.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') clear();
    if (event.key === 'Enter') focusFirstResult();
  };
  return (
    <form class="box" role="search" onSubmit={(event) => event.preventDefault()}>
      <input
        ref={input}
        type="search"
        role="searchbox"
        aria-label="输入码或现象"
        placeholder="输入码或现象"
        defaultValue={query}
        maxLength={QUERY_LIMIT}
        inputMode={softKeyboard ? 'search' : 'none'}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="search"
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          onQuery(event.currentTarget.value);
        }}
        onInput={(event) => {
          if (!event.isComposing && !composing.current) onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button type="button" class="clear" aria-label="清空" onClick={clear}>
          <Icon path={ICONS.close} />
        </button>
      )}
    </form>
  );
}

function isTextField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Takes the soft keyboard away and puts a real one on the answer. */
function focusFirstResult(): void {
  const link = document.querySelector<HTMLElement>('.hits a, .answer a');
  if (link !== null) link.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
