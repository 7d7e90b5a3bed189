// 大字版: the journal keeps the setting; the page wears it as `data-size` on <html>. A copy in web storage lets the first
// script put it on before anything is drawn; the journal has the last word.

import type { Journal } from '../journal/journal.ts';
import { largeType } from '../journal/large-type.ts';

/** Read by main.tsx under the same name. */
const COPY = 'size';

/** Wears what the journal says, now and after every change. */
export function followLargeType(journal: Journal): void {
  const wear = () => {
    const size = largeType(journal) ? 'large' : '';
    document.documentElement.dataset.size = size;
    try {
      if (size === '') localStorage.removeItem(COPY);
      else localStorage.setItem(COPY, size);
    } catch {
      // Without web storage the large type comes a moment later.
    }
  };
  wear();
  journal.revision.subscribe(wear);
}
