// 现在怎么做: steps to tick off with a thumb. The whole row is the target.

import { useState } from 'preact/hooks';
import type { ArticleId } from '../bundle/article.ts';
import { Blocks } from './blocks.tsx';
import { Icon } from './icons.tsx';
import type { StepListProps } from './second-script.ts';

export function StepList({ id, items, line }: StepListProps) {
  const [done, setDone] = useState<{ id: ArticleId; steps: ReadonlySet<number> }>({ id, steps: new Set() });
  const steps = done.id === id ? done.steps : new Set<number>();
  const toggle = (step: number) => {
    const next = new Set(steps);
    if (!next.delete(step)) next.add(step);
    setDone({ id, steps: next });
  };
  return (
    <ol class="steps rows">
      {items.map((item, i) => (
        <li key={i} class={steps.has(i) ? 'done' : ''}>
          <button
            type="button"
            class="tick"
            aria-pressed={steps.has(i)}
            aria-label={`第${i + 1}步做完了`}
            onClick={() => toggle(i)}
          >
            <span>{steps.has(i) ? <Icon name="tick" /> : i + 1}</span>
          </button>
          <div>
            <Blocks blocks={item} line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}
