// One fault as data. `tests/faults/faults.ts` lists them all, `run-fault.ts` holds each to the same oracle.

import type { FaultScene } from './fault-scene.ts';

/** What an offline start after the fault may show. */
export type Outcome =
  /** Everything of one version. */
  | 'v1'
  | 'v2'
  /** Everything of one version, legible, without its style: only where the style itself is gone. */
  | 'without style'
  /** The page inside sw.js. */
  | 'last resort'
  /** The safe procedure that is written into index.html. */
  | 'boot page'
  /** The app, which says that its library cannot be read, with the safe procedure. */
  | 'safe procedure'
  /** The browser's own error page: allowed only where nothing is promised, because no worker is registered. */
  | 'nothing';

export interface FaultRow {
  readonly name: string;
  readonly where:
    | 'install'
    | 'update'
    | 'worker'
    | 'cache'
    | 'disk'
    | 'cleared'
    | 'quota'
    | 'kill'
    | 'api'
    | 'tabs';
  /** How it is made, in a few words. */
  readonly how: string;
  /** Before the fault: a browser that was never here, or v1 proved ready with a record in the journal. */
  readonly from: 'empty' | 'installed';
  readonly expected: readonly Outcome[];
  /** What the host has when it is well again; v1 where not told. */
  readonly newest?: 'v1' | 'v2';
  /** The fault takes the journal itself. */
  readonly journalLost?: true;
  /**
   * Other bytes under a right name: those of files that are not read at a start are found by the weekly comparison of every
   * file, so the way back is one visit a week later.
   */
  readonly silent?: true;
  /** Needs a browser of its own, because it damages the whole profile. */
  readonly ownBrowser?: true;
  /** In `npm test`; the others only in `npm run test:faults`. */
  readonly core?: true;
  readonly inject: (scene: FaultScene) => Promise<void>;
}
