// Every fault that is tried, in one list: what is done, and what may be seen afterwards. The oracle is the same for all.

import { DISK_ROWS } from './disk-faults.ts';
import type { FaultRow } from './fault-row.ts';
import { KEPT_ROWS } from './kept-faults.ts';
import { API_ROWS, TAB_ROWS } from './page-faults.ts';
import { CACHE_ROWS, CLEARED_ROWS, KILL_ROWS, QUOTA_ROWS } from './storage-faults.ts';
import { WIRE_ROWS } from './wire-faults.ts';
import { WORKER_ROWS } from './worker-faults.ts';

export const FAULTS: readonly FaultRow[] = [
  ...WIRE_ROWS,
  ...KEPT_ROWS,
  ...WORKER_ROWS,
  ...CACHE_ROWS,
  ...CLEARED_ROWS,
  ...QUOTA_ROWS,
  ...KILL_ROWS,
  ...API_ROWS,
  ...TAB_ROWS,
  ...DISK_ROWS,
];

export function titleOf({ where, name }: FaultRow): string {
  return `${where}: ${name}`;
}
