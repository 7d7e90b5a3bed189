// 我的机具: chosen once, changeable wherever it makes a difference. Unset shows everything and guesses nothing.

import { LINES } from '../bundle/article.ts';
import { type MyLine, setMyLine } from '../journal/my-line.ts';
import { useMyLine } from './app-context.ts';
import { journalStore } from './second-script.ts';
import { MY_LINE_WORDS } from './words.ts';

const CHOICES: readonly MyLine[] = [...LINES, 'unset'];

export function LineChooser() {
  const chosen = useMyLine();
  const choose = (line: MyLine) => {
    const opened = journalStore.get();
    if (opened !== undefined) void setMyLine(opened, line);
  };
  return (
    <fieldset class="lines" role="radiogroup" aria-label="我的机具">
      <legend>我的机具</legend>
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
    </fieldset>
  );
}
