// The second and the third part of a practice: read the page and decide, then its questions to the end.

import { useState } from 'preact/hooks';
import type { Article } from '../bundle/article.ts';
import { positionAt, type TriagePath } from '../journal/triage-walk.ts';
import { useMyLine } from './app-context.ts';
import { Blocks, InlineView } from './blocks.tsx';
import type { Scenario } from './drill-scenarios.ts';
import { Verdicts } from './verdicts.tsx';

interface PartProps {
  readonly scenario: Scenario;
  readonly article: Article;
  readonly onDone: (passed: boolean) => void;
}

export function DrillDecide({ scenario, article, onDone }: PartProps) {
  const line = useMyLine();
  const [chosen, setChosen] = useState<number>();
  const steps = article.body.filter((block) => block.kind === 'steps');
  return (
    <>
      <div class="answer">
        <p class="answer-title">{article.title}</p>
        {article.verdict !== null && <Verdicts verdict={article.verdict} channel={article.channel ?? ''} />}
        <p>{article.summary}</p>
        <div class="prose">
          <Blocks blocks={steps} line={line} />
        </div>
      </div>
      <h1 class="question">{scenario.question}</h1>
      {chosen === undefined ? (
        <div class="answers">
          {scenario.choices.map((choice, i) => (
            <button key={choice} type="button" class="button choice" onClick={() => setChosen(i)}>
              {choice}
            </button>
          ))}
        </div>
      ) : (
        <div class="card" role="status">
          <p>
            <b>{chosen === scenario.right ? '对。' : `不对，应该：${scenario.choices[scenario.right]}。`}</b>
            {scenario.why}
          </p>
          <button type="button" class="button" onClick={() => onDone(chosen === scenario.right)}>
            下一步：排查
          </button>
        </div>
      )}
    </>
  );
}

/** The real questions. Any way through them ends: what is practised is to go it to the end, and to read what it says. */
export function DrillTriage({ scenario, article, onDone }: PartProps) {
  const line = useMyLine();
  const [path, setPath] = useState<TriagePath>([]);
  const position = article.triage === null ? undefined : positionAt(article.triage, path);
  if (position === undefined) return null;
  const { at } = position;
  if (at.kind === 'end') {
    return (
      <div class="card outcome" role="status">
        <h1>{at.target.kind === 'done' ? at.target.outcome : `接着看：${at.target.title}`}</h1>
        <button type="button" class="button" onClick={() => onDone(true)}>
          看结果
        </button>
      </div>
    );
  }
  return (
    <>
      <p class="note">{scenario.facts}</p>
      <h1 class="question">
        <InlineView content={at.step.question} />
      </h1>
      <Blocks blocks={at.step.note} line={line} />
      {at.step.waitSeconds > 0 && <p class="note">练习里不用真的等。</p>}
      <div class="answers">
        {at.step.answers.map((answer, i) => (
          <button key={i} type="button" class="button choice" onClick={() => setPath([...path, i])}>
            {answer.text}
          </button>
        ))}
      </div>
      {path.length > 0 && (
        <button type="button" class="text-button" onClick={() => setPath(path.slice(0, -1))}>
          上一问
        </button>
      )}
    </>
  );
}
