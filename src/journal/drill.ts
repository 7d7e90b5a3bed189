// 演练: how a simulated failure went, and with it whether search, article and triage worked on this phone without a network.

import { newestFirst } from './article-mark.ts';
import type { Journal } from './journal.ts';
import { keepValue, listValues, olderThanNewest, recordKind } from './record-kind.ts';
import { choice, fields, flag, line, list, time } from './record-reader.ts';

const PARTS = ['search', 'article', 'triage'] as const;

export interface DrillResult {
  /** Which failure was simulated: a name of the page's own. */
  readonly scenario: string;
  readonly startedAt: number;
  readonly at: number;
  /** Whether nothing came from the network while it ran. */
  readonly offline: boolean;
  readonly parts: readonly DrillPart[];
}

export interface DrillPart {
  readonly part: (typeof PARTS)[number];
  readonly passed: boolean;
}

const KEPT = 30;

export const drillKind = recordKind<DrillResult>({
  prefix: 'drill/',
  version: 1,
  nameOf: ({ scenario, at }) => `${scenario}@${at.toString(36)}`,
  reader: fields<DrillResult>({
    scenario: line(60),
    startedAt: time,
    at: time,
    offline: flag,
    parts: list(fields<DrillPart>({ part: choice(PARTS), passed: flag }), PARTS.length),
  }),
});

/** Newest first. */
export function drillResults(journal: Journal): readonly DrillResult[] {
  return newestFirst(listValues(journal, drillKind));
}

/** The newest 30 are kept. */
export function addDrillResult(journal: Journal, result: DrillResult): Promise<boolean> {
  const gone = olderThanNewest(listValues(journal, drillKind), (each) => each.at, KEPT - 1);
  return keepValue(journal, drillKind, result, gone);
}
