// A walk through a triage graph: which answers were given so far. Pure, so that it can be kept, replayed and tested.

import type { Triage, TriageAnswer, TriageStep, TriageTarget } from '../bundle/article.ts';

/** Indices of the answers given, from the first step on. */
export type TriagePath = readonly number[];

export interface TriagePosition {
  /** The steps answered so far, in order. */
  readonly answered: readonly { readonly step: TriageStep; readonly answer: TriageAnswer }[];
  readonly at:
    | { readonly kind: 'question'; readonly step: TriageStep }
    | { readonly kind: 'end'; readonly target: Exclude<TriageTarget, { kind: 'step' }> };
}

/** Follows `path`; an answer that does not exist ends the walk there, so that a path of another version cannot mislead. */
export function positionAt(triage: Triage, path: TriagePath): TriagePosition | undefined {
  let step = triage.steps[0];
  const answered: { step: TriageStep; answer: TriageAnswer }[] = [];
  for (const choice of path) {
    const answer = step?.answers[choice];
    if (step === undefined || answer === undefined) break;
    answered.push({ step, answer });
    if (answer.target.kind !== 'step') return { answered, at: { kind: 'end', target: answer.target } };
    step = triage.steps[answer.target.step];
  }
  return step === undefined ? undefined : { answered, at: { kind: 'question', step } };
}
