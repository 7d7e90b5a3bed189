// How much work one search may do, whatever was typed and however large the index is: postings read, and characters of
// names scanned by the tolerant search.

import { MAX_POSTINGS } from '../../src/query/term-search.ts';
import { MAX_SCANNED } from '../../src/query/tolerant-search.ts';

/** What a search does besides: the last list it began, and the look-ups of codes. */
const REST = 60_000;

export const WORK_BOUND = MAX_POSTINGS + MAX_SCANNED + REST;
