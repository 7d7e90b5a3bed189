// 我的机具: chosen once, changeable wherever it makes a difference. Unset shows everything and guesses nothing.

import { LINES } from '../bundle/article.ts';
import { type MyLine, setMyLine } from '../journal/my-line.ts';
import { useApp, useMyLine, useReadable } from './app-context.ts';
import { LargeTypeButton } from './large-type-button.tsx';
import { MY_LINE_WORDS } from './more-words.ts';
import { addressOf } from './route.ts';
import { journalStore } from './second-script.ts';

const CHOICES: readonly MyLine[] = [...LINES, 'unset'];

export function LineChooser() {
  const chosen = useMyLine();
  const route = useReadable(useApp().navigation.route);
  const choose = (line: MyLine) => {
    const opened = journalStore.get();
    if (opened !== undefined) void setMyLine(opened, line);
  };
  return (
    <div class="line-chooser">
      <div class="lines-head">
        <span class="note" aria-hidden="true">
          我的机具
        </span>
        <a class="text-button" href={addressOf({ kind: 'lines' })}>
          怎么分辨
        </a>
        {route.kind === 'home' && <LargeTypeButton />}
      </div>
      <div class="lines" role="radiogroup" aria-label="我的机具">
        {CHOICES.map((line) => (
          <label key={line}>
            <input
              type="radio"
              name="line"
              value={line}
              checked={chosen === line}
              onChange={() => choose(line)}
            />
            <span>{MY_LINE_WORDS[line]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
