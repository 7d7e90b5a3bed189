// Which case a triage run or a tick belongs to. Two customers can fail with one code within minutes, and a wrong answer in
// a report is worse than none: what is not surely of the same payment is not taken over by itself.

import type { ArticleId } from '../bundle/article.ts';
import { type Incident, incidentState, listIncidents } from '../journal/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { listValues } from '../journal/record-kind.ts';
import { localDay } from '../journal/step-progress.ts';
import { runPosition, type TriageRun, triageRunKind } from '../journal/triage-progress.ts';

/** What follows within this time, in ms, is the same payment. */
export const SAME_PAYMENT_MS = 30 * 60_000;

/**
 * The case that `run`, the newest of its article, is to be written into: the one that has answers of it; else the newest
 * open one about the same article (or sent on to it) that was worked on shortly before and has no older answers to it.
 */
export function caseOfRun(journal: Journal, run: TriageRun): Incident | undefined {
  const begun = Math.floor(run.startedAt / 1000) * 1000;
  const open = listIncidents(journal).filter(isUnsettled);
  const answersOf = (incident: Incident) =>
    incident.steps.filter((step) => step.kind === 'answer' && step.articleId === run.articleId);
  const holder = open.find((incident) => answersOf(incident).some((step) => step.at >= begun));
  if (holder !== undefined) return holder;
  const newest = open.find((incident) => leadsTo(journal, incident, run));
  if (newest === undefined || answersOf(newest).length > 0) return undefined;
  return lastWork(newest) >= begun - SAME_PAYMENT_MS ? newest : undefined;
}

function leadsTo(journal: Journal, incident: Incident, run: TriageRun): boolean {
  if (incident.articleId === run.articleId) return true;
  const last = incident.steps[incident.steps.length - 1];
  if (last?.kind !== 'outcome') return false;
  return listValues(journal, triageRunKind).some((before) => {
    const at = before.articleId === last.articleId ? runPosition(before)?.at : undefined;
    return at?.kind === 'end' && at.target.kind === 'article' && at.target.id === run.articleId;
  });
}

/** The case whose ticks the steps of an article show: today's newest unsettled one about it. */
export function caseOfSteps(journal: Journal, id: ArticleId, now: number): Incident | undefined {
  return listIncidents(journal).find(
    (incident) =>
      isUnsettled(incident) &&
      localDay(incident.createdAt) === localDay(now) &&
      (incident.articleId === id || incident.steps.some((step) => step.articleId === id)),
  );
}

/** The newest run through the triage of an article, if it was walked just now. */
export function recentRun(journal: Journal, id: ArticleId, now: number): TriageRun | undefined {
  return listValues(journal, triageRunKind)
    .filter(
      (run) => run.articleId === id && run.answers.length > 0 && lastAnswer(run) >= now - SAME_PAYMENT_MS,
    )
    .sort((a, b) => b.startedAt - a.startedAt)[0];
}

export function lastAnswer(run: TriageRun): number {
  return run.answers[run.answers.length - 1]?.at ?? run.startedAt;
}

function lastWork(incident: Incident): number {
  return Math.max(incident.createdAt, ...incident.steps.map((step) => step.at));
}

function isUnsettled(incident: Incident): boolean {
  const state = incidentState(incident);
  return state === 'open' || state === 'unresolved';
}
