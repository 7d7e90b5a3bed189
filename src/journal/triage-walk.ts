// A walk through a triage graph: which answers were given so far. Pure, so that it can be kept, replayed and tested.

import type { Triage, TriageAnswer, TriageStep, TriageTarget } from '../bundle/article.ts';

/** Indices of the answers given, from the first step on. */
export type TriagePath = readonly number[];

export interface AnsweredStep {
  /** Index into `Triage.steps`. */
  readonly index: number;
  readonly step: TriageStep;
  readonly answer: TriageAnswer;
}

export type TriageEnd = Exclude<TriageTarget, { readonly kind: 'step' }>;

export interface TriagePosition {
  /** The steps answered so far, in order. */
  readonly answered: readonly AnsweredStep[];
  readonly at:
    | { readonly kind: 'question'; readonly step: TriageStep }
    | { readonly kind: 'end'; readonly target: TriageEnd };
}

/** Follows `path`; an answer that does not exist ends the walk there, so that a path of another version cannot mislead. */
export function positionAt(triage: Triage, path: TriagePath): TriagePosition | undefined {
  let index = 0;
  const answered: AnsweredStep[] = [];
  for (const choice of path) {
    const step = triage.steps[index];
    const answer = step?.answers[choice];
    if (step === undefined || answer === undefined) break;
    answered.push({ index, step, answer });
    if (answer.target.kind !== 'step') return { answered, at: { kind: 'end', target: answer.target } };
    index = answer.target.step;
  }
  const step = triage.steps[index];
  return step === undefined ? undefined : { answered, at: { kind: 'question', step } };
}
