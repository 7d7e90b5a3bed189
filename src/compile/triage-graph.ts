// Does the triage lead somewhere? From the first question every step must be reached, and from every step an end.

import type { TriageStep } from '../bundle/article.ts';
import type { ProblemLog, ProblemPlace } from './content-problem.ts';

/** `places[i]` is where step i stands. False when something was reported. */
export function checkTriageGraph(
  steps: readonly TriageStep[],
  places: readonly ProblemPlace[],
  log: ProblemLog,
): boolean {
  const forward = steps.map((step) =>
    step.answers.flatMap(({ target }) => (target.kind === 'step' ? [target.step] : [])),
  );
  const backward: number[][] = steps.map(() => []);
  for (const [from, targets] of forward.entries()) for (const to of targets) backward[to]?.push(from);
  const ends = steps.flatMap((step, i) =>
    step.answers.some(({ target }) => target.kind !== 'step') ? [i] : [],
  );

  const reached = reach([0], forward);
  const saved = reach(ends, backward);
  let sound = true;
  for (const [i, place] of places.entries()) {
    if (!reached.has(i)) {
      sound = false;
      const what = `step ${i + 1} cannot be reached from step 1`;
      log.error(place, 'triage-unreachable', {
        what,
        suggestion: `Let an answer lead to it (→ ${i + 1}), or remove it`,
      });
    } else if (!saved.has(i)) {
      sound = false;
      const what = `from step ${i + 1} there is no way out: its answers only lead round in a circle`;
      log.error(place, 'triage-no-exit', {
        what,
        suggestion: 'Let an answer lead to 完成: or to an article',
      });
    }
  }
  return sound;
}

/** All nodes on a path from `starts`. */
function reach(starts: readonly number[], edges: readonly (readonly number[])[]): Set<number> {
  const seen = new Set(starts);
  // A Set gives what is added during its iteration, too.
  for (const node of seen) for (const next of edges[node] ?? []) seen.add(next);
  return seen;
}
