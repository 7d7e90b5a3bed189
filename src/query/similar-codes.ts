// What stands beside the answer to a code: codes that are taken for it. Not in the first script: it can wait until the answer stands.

import { lookAlikes } from '../analysis/look-alikes.ts';
import { type CodeTable, inOrder } from './code-lookup.ts';

const MAX_SIMILAR = 5;

/**
 * Those of `all` owners of the key that are not `shown`, and owners of look-alikes behind them; of longer keys where nobody
 * owns this one, as it may be unfinished.
 */
export function similarCodes(
  key: string,
  shown: readonly number[],
  all: readonly number[],
  table: CodeTable,
): number[] {
  const similar = new Set(inOrder(all, table));
  for (const owner of shown) similar.delete(owner);
  for (const other of lookAlikes(key)) {
    if (similar.size >= MAX_SIMILAR) break;
    for (const owner of inOrder(table.owners(other), table)) similar.add(owner);
  }
  if (all.length === 0) for (const owner of table.completions(key, MAX_SIMILAR)) similar.add(owner);
  return [...similar].slice(0, 2 * MAX_SIMILAR).filter((owner) => !shown.includes(owner));
}
