// A run through a guided triage, kept at every answer so that it goes on after a reload, a kill or an update: same step, same
// wording. For that the whole graph of the content it began with is kept with it; the article is not asked again.
//
// Times are absolute: a wait goes on while the phone is off. A clock set back makes a wait no longer than it was.

import type { Article, ArticleId, Triage } from '../bundle/article.ts';
import type { BundleId } from '../bundle/bundle-manifest.ts';
import type { Journal } from './journal.ts';
import { type MyLine, myLineReader } from './my-line.ts';
import { keepValue, listValues, olderThanNewest, recordKind } from './record-kind.ts';
import { articleId, bundleId, fields, list, nullable, text, time, whole } from './record-reader.ts';
import { triageReader } from './triage-reader.ts';
import { positionAt, type TriagePosition } from './triage-walk.ts';

export interface TriageRun {
  readonly articleId: ArticleId;
  readonly title: string;
  /** As the screen shows it; empty where the article has none. */
  readonly code: string;
  readonly bundleId: BundleId;
  readonly line: MyLine;
  readonly triage: Triage;
  readonly startedAt: number;
  readonly answers: readonly RunAnswer[];
  readonly waits: readonly RunWait[];
  /** When the end was reached or the run was left for good; null while it is to be resumed. */
  readonly endedAt: number | null;
}

export interface RunAnswer {
  /** Index into the answers of the step. */
  readonly choice: number;
  readonly at: number;
}

/** The wait of the step asked after so many answers. */
export interface RunWait {
  readonly after: number;
  readonly startedAt: number;
}

const ANSWERS = 500;
const KEPT_UNFINISHED = 10;
const KEPT_ENDED = 20;

export const triageRunKind = recordKind<TriageRun>({
  prefix: 'triage/',
  version: 1,
  nameOf: runName,
  reader: fields<TriageRun>({
    articleId,
    title: text(400),
    code: text(60),
    bundleId,
    line: myLineReader,
    triage: triageReader,
    startedAt: time,
    answers: list(fields<RunAnswer>({ choice: whole(0, 400), at: time }), ANSWERS),
    waits: list(fields<RunWait>({ after: whole(0, ANSWERS), startedAt: time }), ANSWERS),
    endedAt: nullable(time),
  }),
});

/** Names one run among all: for an address or a key. */
export function runName(run: TriageRun): string {
  return `${run.articleId}@${run.startedAt.toString(36)}`;
}

export interface RunContext {
  readonly bundleId: BundleId;
  readonly line: MyLine;
}

export function startRun(
  article: Pick<Article, 'id' | 'title' | 'codes'>,
  triage: Triage,
  { bundleId, line }: RunContext,
  now: number,
): TriageRun {
  return {
    articleId: article.id,
    title: article.title.slice(0, 400),
    code: (article.codes[0] ?? '').slice(0, 60),
    bundleId,
    line,
    triage,
    startedAt: now,
    answers: [],
    waits: [],
    endedAt: null,
  };
}

/** Where the run stands; answers that the graph does not have are not followed. */
export function runPosition(run: TriageRun): TriagePosition | undefined {
  return positionAt(
    run.triage,
    run.answers.map((answer) => answer.choice),
  );
}

/** Unchanged where the question has no such answer, or where nothing is asked any more. */
export function answerRun(run: TriageRun, choice: number, now: number): TriageRun {
  const position = runPosition(run);
  if (run.endedAt !== null || run.answers.length >= ANSWERS || position?.at.kind !== 'question') return run;
  if (position.at.step.answers[choice] === undefined) return run;
  const answered = { ...run, answers: [...run.answers, { choice, at: now }] };
  return runPosition(answered)?.at.kind === 'end' ? { ...answered, endedAt: now } : answered;
}

/** The last answer taken back; its question's wait stays as it was. Unchanged at the first question. */
export function backRun(run: TriageRun): TriageRun {
  const answers = run.answers.slice(0, -1);
  if (answers.length === run.answers.length) return run;
  return { ...run, answers, waits: run.waits.filter((wait) => wait.after <= answers.length), endedAt: null };
}

/** Left for good: not offered again. */
export function leaveRun(run: TriageRun, now: number): TriageRun {
  return run.endedAt === null ? { ...run, endedAt: now } : run;
}

/** Begins the wait of the present question, once. */
export function waitStarted(run: TriageRun, now: number): TriageRun {
  const after = run.answers.length;
  if (run.waits.some((wait) => wait.after === after)) return run;
  return { ...run, waits: [...run.waits, { after, startedAt: now }] };
}

export type WaitState =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-started'; readonly seconds: number }
  | { readonly kind: 'running'; readonly secondsLeft: number }
  | { readonly kind: 'over' };

/** The wait of the present question. */
export function waitState(run: TriageRun, now: number): WaitState {
  const at = runPosition(run)?.at;
  const seconds = at?.kind === 'question' ? at.step.waitSeconds : 0;
  if (seconds === 0) return { kind: 'none' };
  const wait = run.waits.find((each) => each.after === run.answers.length);
  if (wait === undefined) return { kind: 'not-started', seconds };
  const secondsLeft = Math.min(seconds, Math.ceil((wait.startedAt - now) / 1000) + seconds);
  return secondsLeft > 0 ? { kind: 'running', secondsLeft } : { kind: 'over' };
}

/** Newest first. */
export function unfinishedRuns(journal: Journal): readonly TriageRun[] {
  return listValues(journal, triageRunKind)
    .filter((run) => run.endedAt === null)
    .sort((a, b) => b.startedAt - a.startedAt);
}

export function findRun(journal: Journal, name: string): TriageRun | undefined {
  return triageRunKind.parse(journal.get(triageRunKind.prefix + name));
}

/** Keeps `run`, and lets go of the oldest: 10 unfinished and 20 ended ones stay. */
export function saveRun(journal: Journal, run: TriageRun): Promise<boolean> {
  const others = listValues(journal, triageRunKind).filter((each) => runName(each) !== runName(run));
  const runs = [run, ...others];
  const open = runs.filter((each) => each.endedAt === null);
  const ended = runs.filter((each) => each.endedAt !== null);
  const begun = (each: TriageRun) => each.startedAt;
  return keepValue(journal, triageRunKind, run, [
    ...olderThanNewest(open, begun, KEPT_UNFINISHED),
    ...olderThanNewest(ended, begun, KEPT_ENDED),
  ]);
}
