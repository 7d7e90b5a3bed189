// 现在怎么做: steps to tick off with a thumb. The whole row is the target. Ticks are kept with the case of this payment, or
// with the day where there is none.

import { blockTexts } from '../bundle/article-text.ts';
import { saveIncident } from '../journal/incident.ts';
import { recordTicks } from '../journal/incident-steps.ts';
import { saveStepProgress, stepProgress, tickedSteps, toggleStep } from '../journal/step-progress.ts';
import { Blocks } from './blocks.tsx';
import { caseOfSteps } from './case-current.ts';
import { Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import type { StepListProps } from './second-script.ts';
import { useJournal } from './use-journal.ts';

export function StepList({ id, items, line }: StepListProps) {
  const { ticked, toggle } = useTicks(id, items);
  return (
    <ol class="steps rows">
      {items.map((item, i) => (
        <li key={i} class={ticked.has(i) ? 'done' : ''}>
          <button
            type="button"
            class="tick"
            aria-pressed={ticked.has(i)}
            aria-label={`第${i + 1}步做完了`}
            onClick={() => toggle(i)}
          >
            <span>{ticked.has(i) ? <Icon path={MORE_ICONS.tick} /> : i + 1}</span>
          </button>
          <div>
            <Blocks blocks={item} line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function useTicks(id: StepListProps['id'], items: StepListProps['items']) {
  const journal = useJournal();
  if (journal === undefined) return { ticked: new Set<number>(), toggle: () => undefined };
  const texts = items.map((item) => blockTexts(item).join(' '));
  const read = (now: number) => {
    const incident = caseOfSteps(journal, id, now);
    return { incident, progress: stepProgress(journal, id, incident?.number, now) };
  };
  const toggle = (step: number) => {
    const now = Date.now();
    const { incident, progress } = read(now);
    const next = toggleStep(progress, texts, step, now);
    void saveStepProgress(journal, next, now);
    if (incident !== undefined) void saveIncident(journal, recordTicks(incident, next));
  };
  return { ticked: tickedSteps(read(Date.now()).progress, texts), toggle };
}
