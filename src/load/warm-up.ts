// The first search builds what all later ones use: columns are decoded, names indexed, lists of characters read. On a slow phone
// that takes longer than a key press may, so it is done before the first key, while nobody waits.

import type { Library } from './library.ts';

/** What merchants type: a code, a symptom, pinyin with a slip. Each builds other parts. */
const QUERIES = ['e3', '读不到卡', 'yuebuz'];

/** One query after the other, each when the browser has nothing better to do. */
export function warmUp(library: Library, [query, ...others] = QUERIES): void {
  if (query === undefined) return;
  const idle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
  idle(() => {
    library.search(query, { line: '', limit: 1 });
    warmUp(library, others);
  });
}
