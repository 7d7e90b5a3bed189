// Which run is gone on with when a triage is opened.

import type { ArticleId } from '../bundle/article.ts';
import type { Journal } from '../journal/journal.ts';
import { runPosition, type TriageRun, unfinishedRuns } from '../journal/triage-progress.ts';
import { lastAnswer } from './case-current.ts';

const DAY_MS = 86_400_000;
/** An end is shown again to who comes back to it at once; later it could be taken for the end of another payment. */
const END_MS = 10 * 60_000;

/** The newest of the article, younger than a day; at its end, younger than ten minutes. */
export function resumableRun(journal: Journal, id: ArticleId, now: number): TriageRun | undefined {
  return unfinishedRuns(journal).find((run) => run.articleId === id && isFresh(run, now));
}

/** Begun, with a question still to answer, younger than a day: to be offered on the home screen. Newest first. */
export function runsToContinue(journal: Journal, now: number): readonly TriageRun[] {
  return unfinishedRuns(journal).filter(
    (run) => isBegun(run) && isFresh(run, now) && runPosition(run)?.at.kind === 'question',
  );
}

/** Something was answered, or a wait begun. */
export function isBegun(run: TriageRun): boolean {
  return run.answers.length > 0 || run.waits.length > 0;
}

function isFresh(run: TriageRun, now: number): boolean {
  const at = runPosition(run)?.at;
  if (at === undefined) return false;
  return at.kind === 'end' ? now - lastAnswer(run) < END_MS : now - run.startedAt < DAY_MS;
}
