// What a triage shows at one place of its graph: a question with its wait, or the end.

import { useEffect, useRef } from 'preact/hooks';
import type { TriageStep } from '../bundle/article.ts';
import { incidentNumberWords } from '../journal/incident-number.ts';
import type { Journal } from '../journal/journal.ts';
import { type TriageRun, waitState } from '../journal/triage-progress.ts';
import type { TriageEnd } from '../journal/triage-walk.ts';
import { useApp, useReadable } from './app-context.ts';
import { Blocks, InlineView } from './blocks.tsx';
import { caseOfRun } from './case-current.ts';
import { openCase, runSubject } from './case-start.ts';
import { addressOf, articleAddress } from './route.ts';
import { useArticle } from './use-article.ts';
import { useNow } from './use-now.ts';

interface QuestionProps {
  readonly run: TriageRun;
  readonly step: TriageStep;
  readonly onWait: () => void;
  readonly onAnswer: (choice: number) => void;
}

export function TriageQuestion({ run, step, onWait, onAnswer }: QuestionProps) {
  const heading = useFocusAfterFirst<HTMLHeadingElement>(run.answers.length > 0);
  return (
    <>
      <h1 class="question" ref={heading} tabIndex={-1}>
        <InlineView content={step.question} />
      </h1>
      <Blocks blocks={step.note} line={run.line} />
      <Wait run={run} onWait={onWait} />
      <div class="answers">
        {step.answers.map((answer, i) => (
          <button key={i} type="button" class="button choice" onClick={() => onAnswer(i)}>
            {answer.text}
          </button>
        ))}
      </div>
    </>
  );
}

/** The wait goes on by the clock while the phone sleeps or is off. */
function Wait({ run, onWait }: { run: TriageRun; onWait: () => void }) {
  const running = waitState(run, Date.now()).kind === 'running';
  const wait = waitState(run, useNow(running ? 250 : 0));
  switch (wait.kind) {
    case 'none':
      return null;
    case 'not-started':
      return (
        <button type="button" class="button quiet timer" onClick={onWait}>
          开始计时 {wait.seconds} 秒
        </button>
      );
    case 'running':
      return (
        <p class="timer" role="timer">
          还有 {wait.secondsLeft} 秒
        </p>
      );
    case 'over':
      return (
        <p class="timer" role="status">
          时间到
        </p>
      );
  }
}

interface OutcomeProps {
  readonly run: TriageRun;
  readonly end: TriageEnd;
  readonly journal: Journal;
}

export function TriageOutcome({ run, end, journal }: OutcomeProps) {
  return (
    <div class="card outcome" role="status">
      <h1>{end.kind === 'done' ? end.outcome : `接着看：${end.title}`}</h1>
      <div class="actions">
        {end.kind === 'article' && (
          <a class="button" href={articleAddress(end.id)}>
            打开
          </a>
        )}
        <a
          class={end.kind === 'article' ? 'button quiet' : 'button'}
          href={addressOf({ kind: 'customer', id: run.articleId })}
        >
          给顾客看
        </a>
        <RecordRun run={run} journal={journal} />
      </div>
    </div>
  );
}

function RecordRun({ run, journal }: { run: TriageRun; journal: Journal }) {
  const { navigation } = useApp();
  const state = useArticle(run.articleId);
  useReadable(journal.revision);
  const incident = caseOfRun(journal, run);
  if (incident !== undefined) {
    return (
      <a class="button quiet" href={addressOf({ kind: 'case', number: incident.number })}>
        已记下 {incidentNumberWords(incident.number)}
      </a>
    );
  }
  const record = () => {
    const subject = runSubject(run, state.kind === 'open' ? state.article : undefined);
    const { number } = openCase(journal, subject, { now: Date.now(), random: Math.random(), run });
    navigation.go({ kind: 'case', number });
  };
  return (
    <button type="button" class="button quiet" onClick={record}>
      记下这一笔
    </button>
  );
}

/** A screen reader goes on at the new question, not at the place of the button that is gone. */
function useFocusAfterFirst<Target extends HTMLElement>(wanted: boolean) {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (wanted) target.current?.focus({ preventScroll: true });
  }, []);
  return target;
}
