// Code entry for one thumb: large digits, and only the letters that occur in codes. The answer changes with every key.

import { useMemo } from 'preact/hooks';
import type { Library } from '../load/library.ts';
import { ICONS, Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import type { KeypadProps } from './second-script.ts';

/** Codes longer than this are names of interfaces: nobody types them on a keypad. */
const LONGEST_CODE = 4;

export function Keypad({ library, query, onQuery, onClose }: KeypadProps) {
  const letters = useMemo(() => lettersOfCodes(library), [library]);
  const press = (key: string) => onQuery(query + key);
  return (
    <div class="keypad" role="group" aria-label="输入码的键盘">
      <div class="digits">
        {[...'123456789'].map((digit) => (
          <Key key={digit} label={digit} onPress={press} />
        ))}
        <button type="button" class="key quiet" aria-label="收起键盘" onClick={onClose}>
          <Icon path={ICONS.close} />
        </button>
        <Key label="0" onPress={press} />
        <button
          type="button"
          class="key quiet"
          aria-label="删掉一位"
          onClick={() => onQuery([...query].slice(0, -1).join(''))}
        >
          <Icon path={MORE_ICONS.erase} />
        </button>
      </div>
      <div class="letters">
        {letters.map((letter) => (
          <Key key={letter} label={letter} onPress={press} />
        ))}
      </div>
    </div>
  );
}

function Key({ label, onPress }: { label: string; onPress: (key: string) => void }) {
  return (
    <button type="button" class="key" onClick={() => onPress(label)}>
      <span class="code">{label}</span>
    </button>
  );
}

/** E first, because a screen that begins with E is why most open the keypad; the others in alphabetical order. */
function lettersOfCodes(library: Library): readonly string[] {
  const letters = new Set<string>();
  for (const { codes } of library.documents()) {
    for (const code of codes) {
      if (/^[0-9A-Z]+$/.test(code) && code.length <= LONGEST_CODE)
        for (const character of code) letters.add(character);
    }
  }
  return [...letters].filter((character) => character > '9').sort((a, b) => rank(a) - rank(b));
}

function rank(letter: string): number {
  return letter === 'E' ? 0 : letter.charCodeAt(0);
}
