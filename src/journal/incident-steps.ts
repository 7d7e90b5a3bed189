// What was answered and ticked, taken over into the incident: the pinned run and the list stay where they are, and are taken
// over again after every change of theirs.

import { inlineText } from '../bundle/article-text.ts';
import { type Incident, type IncidentStep, STEP_WORDS, STEPS_LIMIT } from './incident.ts';
import { safeText, wholeSecond } from './safe-text.ts';
import type { StepProgress } from './step-progress.ts';
import { runPosition, type TriageRun } from './triage-progress.ts';

/** Takes over the answers of a run, and its end: those of the same run from before are replaced. */
export function recordRun(incident: Incident, run: TriageRun): Incident {
  const position = runPosition(run);
  const begun = wholeSecond(run.startedAt);
  const kept = incident.steps.filter(
    (step) => step.kind === 'tick' || step.articleId !== run.articleId || step.at < begun,
  );
  const at = (i: number) => wholeSecond(run.answers[i]?.at ?? run.startedAt);
  const answered = position?.answered ?? [];
  const answers = answered.map(
    ({ index, step, answer }, i): IncidentStep => ({
      kind: 'answer',
      articleId: run.articleId,
      step: index,
      choice: run.answers[i]?.choice ?? 0,
      question: safeText(inlineText(step.question), STEP_WORDS),
      answer: safeText(answer.text, STEP_WORDS),
      at: at(i),
    }),
  );
  const steps = [...kept, ...answers, ...outcomeSteps(run, at(answered.length - 1))];
  // The indices are those of the content that the run is pinned to.
  const bundleId = incident.articleId === run.articleId ? run.bundleId : incident.bundleId;
  return withSteps({ ...incident, bundleId }, steps);
}

function outcomeSteps(run: TriageRun, at: number): IncidentStep[] {
  const end = runPosition(run)?.at;
  if (end?.kind !== 'end') return [];
  const { target } = end;
  const words = target.kind === 'done' ? target.outcome : `接着看：${target.title}`;
  return [{ kind: 'outcome', articleId: run.articleId, text: safeText(words, STEP_WORDS), at }];
}

/** Takes over the ticks on an article's steps: those from before are replaced. */
export function recordTicks(incident: Incident, progress: StepProgress): Incident {
  const kept = incident.steps.filter((step) => step.kind !== 'tick' || step.articleId !== progress.articleId);
  const ticks = progress.ticks.map(
    ({ step, text, at }): IncidentStep => ({
      kind: 'tick',
      articleId: progress.articleId,
      step,
      text: safeText(text, STEP_WORDS),
      at: wholeSecond(at),
    }),
  );
  return withSteps(incident, [...kept, ...ticks]);
}

/** Beyond 200 steps the oldest go. */
function withSteps(incident: Incident, steps: readonly IncidentStep[]): Incident {
  return { ...incident, steps: [...steps].sort((a, b) => a.at - b.at).slice(-STEPS_LIMIT) };
}
