// Walks that once led to where the app did not answer, or did not come back from: shortened, and walked again at every test.

import type { WalkStep } from './walk-steps.ts';

export interface KnownWalk {
  /** What was wrong. */
  readonly name: string;
  readonly steps: readonly WalkStep[];
}

export const KNOWN_WALKS: readonly KnownWalk[] = [
  {
    name: 'the second script lost, other ones on the host: nothing verified, repaired or offered the update',
    steps: [{ do: 'deploy', version: 'v2' }, { do: 'delete', file: 'counter-' }, { do: 'visit' }],
  },
  {
    name: 'other bytes under every right name, other scripts on the host: the page stayed as it was',
    steps: [
      { do: 'overwrite', file: '.' },
      { do: 'lose power', during: 'write', after: 290 },
      { do: 'deploy', version: 'v2' },
      { do: 'stop the worker' },
      { do: 'tap 更新' },
    ],
  },
  {
    name: 'everything cleared during an update, and power lost twice: once there was no answer',
    steps: [
      { do: 'deploy', version: 'v2' },
      { do: 'ask for an update' },
      { do: 'clear', storage: 'cache_storage' },
      { do: 'tap 更新' },
      { do: 'lose power', during: 'update', after: 149 },
      { do: 'spoil the line', file: 'sw\\.js', fault: 'stall', times: 1 },
      { do: 'overwrite', file: 'counter-' },
      { do: 'open a second tab' },
      { do: 'stop the worker' },
      { do: 'deploy', version: 'v1' },
      { do: 'lose power', during: 'visit', after: 696 },
    ],
  },
  {
    name: 'sw.js cut short once, and power lost in that update: the half came out of the browser’s cache at every later try',
    steps: [
      { do: 'deploy', version: 'v2' },
      { do: 'spoil the line', file: 'sw\\.js', fault: 'truncated', times: 1 },
      { do: 'lose power', during: 'update', after: 285 },
      { do: 'visit' },
    ],
  },
  {
    name: 'other bytes stored, then the worker forgotten: the new one took them over, and nobody compared them for a week',
    steps: [
      { do: 'ask for an update' },
      { do: 'visit' },
      { do: 'overwrite', file: 'icons' },
      { do: 'clear', storage: 'service_workers' },
    ],
  },
];
