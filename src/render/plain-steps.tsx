// The steps as they are, until the second script brings those that can be ticked.

import { Blocks } from './blocks.tsx';
import type { StepListProps } from './second-script.ts';

export function PlainSteps({ items, line }: StepListProps) {
  return (
    <ol class="steps rows">
      {items.map((item, i) => (
        <li key={i}>
          <span class="tick">
            <span>{i + 1}</span>
          </span>
          <div>
            <Blocks blocks={item} line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}
