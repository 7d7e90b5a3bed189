// The tolerant search, for whoever loads it after the first answer. Apart from library.ts, so that the first script does not
// carry it.

import { searchTolerantly } from '../query/tolerant-search.ts';
import type { Library } from './library.ts';

export function attachTolerance(library: Library): void {
  library.attach(searchTolerantly);
}
