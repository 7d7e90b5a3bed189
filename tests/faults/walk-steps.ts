// The steps of a random walk as data: host, line, cache, worker, browser, tabs, journal. Data, so that a walk that failed can
// be printed, shortened, and kept in known-walks.ts.

import fc from 'fast-check';
import {
  type FaultAction,
  hang,
  portalPage,
  portalScript,
  redirectToPortal,
  reset,
  stall,
  status,
  truncate,
} from '../support/fault-server.ts';
import type { VersionName } from './fault-builds.ts';

export const LINE_FAULTS = {
  portal: portalPage,
  'portal script': portalScript,
  redirect: redirectToPortal,
  '404': status(404),
  '500': status(500),
  reset,
  truncated: truncate,
  hang,
  stall,
} satisfies Record<string, FaultAction>;

type PlainName =
  | 'heal the line'
  | 'host goes'
  | 'host comes'
  | 'visit'
  | 'ask for an update'
  | 'tap 更新'
  | 'open a second tab'
  | 'close every tab'
  | 'stop the worker'
  | 'write to the journal';

export type WalkStep =
  | { readonly do: PlainName }
  | { readonly do: 'deploy'; readonly version: VersionName }
  /** `file`: a regular expression for path and query; `times`: how many requests are spoiled. */
  | {
      readonly do: 'spoil the line';
      readonly file: string;
      readonly fault: keyof typeof LINE_FAULTS;
      readonly times: number;
    }
  /** Of what is stored, while no page is open that could repair it. */
  | { readonly do: 'delete' | 'overwrite'; readonly file: string }
  | { readonly do: 'clear'; readonly storage: 'cache_storage' | 'service_workers' }
  /** Milliseconds into a visit, an update or a write. */
  | { readonly do: 'lose power'; readonly during: 'visit' | 'update' | 'write'; readonly after: number };

const REQUESTED = ['sw\\.js', 'articles-', 'lookup-', 'body-', 'index\\.html', 'bundle-', 'assets/app-', '.'];
const STORED = [
  'index\\.html',
  'app-.*js',
  'app-.*css',
  'counter-',
  'articles-',
  'lookup-',
  'bundle-',
  'icons',
  '.',
];

function weighed(weight: number, arbitrary: fc.Arbitrary<WalkStep>) {
  return { weight, arbitrary };
}

function plain(weight: number, name: PlainName) {
  return weighed(weight, fc.constant<WalkStep>({ do: name }));
}

export const walkStep: fc.Arbitrary<WalkStep> = fc.oneof(
  plain(6, 'visit'),
  plain(7, 'ask for an update'),
  plain(5, 'tap 更新'),
  plain(3, 'close every tab'),
  plain(2, 'open a second tab'),
  plain(2, 'stop the worker'),
  plain(3, 'write to the journal'),
  plain(4, 'heal the line'),
  plain(2, 'host goes'),
  plain(4, 'host comes'),
  weighed(
    5,
    fc.constantFrom<VersionName>('v2', 'v1', 'v2').map((version) => ({ do: 'deploy', version })),
  ),
  weighed(
    7,
    fc.record({
      do: fc.constant('spoil the line' as const),
      file: fc.constantFrom(...REQUESTED),
      fault: fc.constantFrom(...(Object.keys(LINE_FAULTS) as (keyof typeof LINE_FAULTS)[])),
      times: fc.constantFrom(1, 2, 5, 1000),
    }),
  ),
  weighed(
    4,
    fc.record({
      do: fc.constantFrom('delete' as const, 'overwrite' as const),
      file: fc.constantFrom(...STORED),
    }),
  ),
  weighed(
    1,
    fc.record({
      do: fc.constant('clear' as const),
      storage: fc.constantFrom('cache_storage' as const, 'service_workers' as const),
    }),
  ),
  weighed(
    6,
    fc.record({
      do: fc.constant('lose power' as const),
      during: fc.constantFrom('visit' as const, 'update' as const, 'write' as const),
      after: fc.nat({ max: 700 }),
    }),
  ),
);

/** `count` walks of `length` steps each; the first of them are the same whatever `count` is. */
export function randomWalks(seed: number, count: number, length: number): WalkStep[][] {
  const walk = fc.array(walkStep, { minLength: length, maxLength: length, size: 'max' });
  return fc.sample(walk, { seed, numRuns: count });
}

export function describeStep(step: WalkStep): string {
  return Object.values(step).join(' ');
}
