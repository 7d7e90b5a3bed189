// Walks that once led to where the app did not answer, or did not come back from: shortened, and walked again at every test.

import type { WalkStep } from './walk-steps.ts';

export interface KnownWalk {
  /** What was wrong. */
  readonly name: string;
  readonly steps: readonly WalkStep[];
}

export const KNOWN_WALKS: readonly KnownWalk[] = [];
