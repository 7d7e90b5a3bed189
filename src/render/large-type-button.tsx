// The way into 大字版 and back, in words: who needs it does not look for a sign.

import { largeType, setLargeType } from '../journal/large-type.ts';
import { useJournal } from './use-journal.ts';

export function LargeTypeButton() {
  const journal = useJournal();
  if (journal === undefined) return null;
  const on = largeType(journal);
  return (
    <button type="button" class="text-button" onClick={() => void setLargeType(journal, !on)}>
      {on ? '标准字号' : '长辈版（大字）'}
    </button>
  );
}
