// One payment that failed: what was looked up, what was done and answered, what the slip says, and how it ended. Started by
// one tap, so nothing in it is required; open while nobody knows where the money is.
//
// Every text in it is one line (`cleanText`) and none holds a card number: the report relies on the first, everybody on the
// second. Times are cut to seconds, as in the report.

import { fail, ok, type Result } from '../base/result.ts';
import { type ArticleId, CHANNELS, type Channel } from '../bundle/article.ts';
import type { BundleId } from '../bundle/bundle-manifest.ts';
import {
  type FieldProblem,
  type IncidentField,
  type IncidentFields,
  incidentFieldsReader,
  NO_FIELDS,
  parseField,
} from './incident-fields.ts';
import { type IncidentNumber, parseIncidentNumber } from './incident-number.ts';
import type { Journal } from './journal.ts';
import { type MyLine, myLineReader } from './my-line.ts';
import { findCardNumber } from './pan.ts';
import { keepValue, listValues, recordKind } from './record-kind.ts';
import {
  articleId,
  bundleId,
  choice,
  fields,
  flag,
  line,
  list,
  nullable,
  type Reader,
  reader,
  time,
  union,
  whole,
} from './record-reader.ts';
import { safeText, wholeSecond } from './safe-text.ts';

/** 待查, 已到账, 已冲正, 已退款, 未解决. Append, never reorder: the report's line counts them. */
export const INCIDENT_STATES = ['open', 'credited', 'reversed', 'refunded', 'unresolved'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What was looked up, at the version that it was read in. */
export interface IncidentSubject {
  /** As typed; empty where nothing was. */
  readonly query: string;
  readonly code: string;
  readonly channel: Channel | null;
  readonly line: MyLine;
  readonly articleId: ArticleId | null;
  readonly title: string;
  readonly bundleId: BundleId | null;
  /** The verdict was 状态不明, or nobody knows the code. */
  readonly uncertain: boolean;
}

export interface Incident extends IncidentSubject {
  readonly number: IncidentNumber;
  readonly createdAt: number;
  /** Ascending by time. */
  readonly steps: readonly IncidentStep[];
  readonly fields: IncidentFields;
  /** The first is `open`; the last is how it stands. */
  readonly states: readonly StateChange[];
}

export type IncidentStep =
  /** `step` and `choice` are indices into the triage of the article. */
  | {
      readonly kind: 'answer';
      readonly articleId: ArticleId;
      readonly step: number;
      readonly choice: number;
      readonly question: string;
      readonly answer: string;
      readonly at: number;
    }
  | {
      readonly kind: 'tick';
      readonly articleId: ArticleId;
      readonly step: number;
      readonly text: string;
      readonly at: number;
    }
  /** Where the triage ended. */
  | { readonly kind: 'outcome'; readonly articleId: ArticleId; readonly text: string; readonly at: number };

export interface StateChange {
  readonly state: IncidentState;
  readonly at: number;
}

const QUERY = 200;
const CODE = 60;
const TITLE = 400;
/** UTF-16 units of a question, an answer, a step, an outcome. */
export const STEP_WORDS = 400;
export const STEPS_LIMIT = 200;
const STATES = 50;

export const incidentReader: Reader<Incident> = fields<Incident>({
  number: reader('an incident number', (value) => {
    const number = typeof value === 'string' ? parseIncidentNumber(value) : undefined;
    return number === value ? number : undefined;
  }),
  createdAt: time,
  query: safeLine(QUERY),
  code: safeLine(CODE),
  channel: nullable(choice(CHANNELS)),
  line: myLineReader,
  articleId: nullable(articleId),
  title: safeLine(TITLE),
  bundleId: nullable(bundleId),
  uncertain: flag,
  steps: list(
    union<IncidentStep>(() => ({
      answer: {
        articleId,
        step: whole(0, 400),
        choice: whole(0, 400),
        question: safeLine(STEP_WORDS),
        answer: safeLine(STEP_WORDS),
        at: time,
      },
      tick: { articleId, step: whole(0, 400), text: safeLine(STEP_WORDS), at: time },
      outcome: { articleId, text: safeLine(STEP_WORDS), at: time },
    })),
    STEPS_LIMIT,
  ),
  fields: incidentFieldsReader,
  states: beginsOpen(list(fields<StateChange>({ state: choice(INCIDENT_STATES), at: time }), STATES)),
});

export const incidentKind = recordKind<Incident>({
  prefix: 'incident/',
  version: 1,
  reader: incidentReader,
  nameOf: (incident) => incident.number,
});

/** Never refused: a card number in the query is cut out. */
export function startIncident(subject: IncidentSubject, number: IncidentNumber, now: number): Incident {
  const createdAt = wholeSecond(now);
  return {
    ...subject,
    number,
    createdAt,
    query: safeText(subject.query, QUERY),
    code: safeText(subject.code, CODE),
    title: safeText(subject.title, TITLE),
    steps: [],
    fields: NO_FIELDS,
    states: [{ state: 'open', at: createdAt }],
  };
}

export function editIncident(
  incident: Incident,
  field: IncidentField,
  typed: string,
): Result<Incident, FieldProblem> {
  const parsed = parseField(field, typed);
  return parsed.ok
    ? ok({ ...incident, fields: { ...incident.fields, [field]: parsed.value } })
    : fail(parsed.problem);
}

export function incidentState(incident: Incident): IncidentState {
  return incident.states[incident.states.length - 1]?.state ?? 'open';
}

/** Unchanged where it stands so already. Beyond 50 changes those after the first go. */
export function markIncident(incident: Incident, state: IncidentState, now: number): Incident {
  if (incidentState(incident) === state) return incident;
  const [first, ...later] = incident.states;
  if (first === undefined) return incident;
  const states = [first, ...later.slice(2 - STATES), { state, at: wholeSecond(now) }];
  return { ...incident, states };
}

/** Nobody knows yet where the money is: to be shown at each launch. 未解决 stays so: unsolved is not settled. */
export function isOutstanding(incident: Incident): boolean {
  const state = incidentState(incident);
  return incident.uncertain && (state === 'open' || state === 'unresolved');
}

/** Newest first. */
export function listIncidents(journal: Journal): readonly Incident[] {
  return [...listValues(journal, incidentKind)].sort((a, b) => b.createdAt - a.createdAt);
}

export function findIncident(journal: Journal, number: IncidentNumber): Incident | undefined {
  return incidentKind.parse(journal.get(incidentKind.prefix + number));
}

/** For `drawIncidentNumber`: records of newer builds count too. */
export function isNumberTaken(journal: Journal, number: IncidentNumber): boolean {
  return journal.get(incidentKind.prefix + number) !== undefined;
}

export function saveIncident(journal: Journal, incident: Incident): Promise<boolean> {
  return keepValue(journal, incidentKind, incident);
}

export function deleteIncident(journal: Journal, incident: Incident): Promise<boolean> {
  return journal.delete(incidentKind.record(incident).key);
}

function safeLine(limit: number): Reader<string> {
  const readLine = line(limit);
  const harmless = reader('no card number', (value) =>
    typeof value === 'string' && findCardNumber(value) === undefined ? value : undefined,
  );
  return (value, path, reading) => {
    const read = readLine(value, path, reading);
    return read === undefined ? undefined : harmless(read, path, reading);
  };
}

function beginsOpen(states: Reader<readonly StateChange[]>): Reader<readonly StateChange[]> {
  const open = choice(['open']);
  return (value, path, reading) => {
    const read = states(value, path, reading);
    return read && open(read[0]?.state, `${path}[0].state`, reading) && read;
  };
}
