// All kinds of records that this build knows. A new one is added here, or its records cannot be imported.

import { drillKind } from './drill.ts';
import { favouriteKind } from './favourites.ts';
import { incidentKind } from './incident.ts';
import { largeTypeKind } from './large-type.ts';
import { missKind } from './misses.ts';
import { myLineKind } from './my-line.ts';
import { recentKind } from './recent.ts';
import type { RecordKind } from './record-kind.ts';
import { stepProgressKind } from './step-progress.ts';
import { triageRunKind } from './triage-progress.ts';

export type AnyKind = Pick<RecordKind<unknown>, 'prefix' | 'version' | 'problems'>;

export const RECORD_KINDS: readonly AnyKind[] = [
  myLineKind,
  largeTypeKind,
  recentKind,
  favouriteKind,
  stepProgressKind,
  triageRunKind,
  incidentKind,
  missKind,
  drillKind,
];
