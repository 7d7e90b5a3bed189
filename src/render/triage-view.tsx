// Guided triage: one question a screen, large answers near the thumb, one step back at any time, and an end that says
// plainly what to do with the goods and the customer.
//
// Drawn from the run that is kept, never from the article: after a reload, a kill or an update the same question stands
// there in the same words. A run is resumed with its age beside it, because the next customer may fail with the same code.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleId } from '../bundle/article.ts';
import { saveIncident } from '../journal/incident.ts';
import { recordRun } from '../journal/incident-steps.ts';
import type { Journal } from '../journal/journal.ts';
import { myLine } from '../journal/my-line.ts';
import {
  answerRun,
  backRun,
  leaveRun,
  runName,
  runPosition,
  saveRun,
  startRun,
  type TriageRun,
  triageRunKind,
  waitStarted,
} from '../journal/triage-progress.ts';
import { useApp, useLibrary, useReadable } from './app-context.ts';
import { InlineView } from './blocks.tsx';
import { caseOfRun } from './case-current.ts';
import { agoWords } from './case-words.ts';
import { ProblemView } from './problem-view.tsx';
import { articleAddress, type Route } from './route.ts';
import { journalStore } from './second-script.ts';
import { isBegun, resumableRun } from './triage-resume.ts';
import { TriageOutcome, TriageQuestion } from './triage-step.tsx';
import { useArticle } from './use-article.ts';
import { useWakeLock } from './use-wake-lock.ts';

export function TriageView({ id }: { id: ArticleId }) {
  const journal = useReadable(journalStore);
  if (journal === undefined) return <div class="waiting" aria-busy="true" />;
  return <ResumedOrNew key={id} id={id} journal={journal} />;
}

interface OpenProps {
  readonly id: ArticleId;
  readonly journal: Journal;
}

function ResumedOrNew({ id, journal }: OpenProps) {
  const [resumed, setResumed] = useState(() => resumableRun(journal, id, Date.now()));
  if (resumed === undefined) return <NewRun id={id} journal={journal} />;
  return <RunView journal={journal} first={resumed} onAgain={() => setResumed(undefined)} />;
}

function NewRun({ id, journal }: OpenProps) {
  const state = useArticle(id);
  const library = useLibrary();
  const [began] = useState(() => Date.now());
  if (state.kind === 'unavailable') return <ProblemView problem={state.problem} />;
  if (state.kind === 'opening' || library === undefined) return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'absent' || state.article.triage === null) {
    return (
      <section class="card">
        <h1>这里没有排查步骤</h1>
        <a class="button" href={articleAddress(id)}>
          看这一页
        </a>
      </section>
    );
  }
  const context = { bundleId: library.manifest.id, line: myLine(journal) };
  const first = startRun(state.article, state.article.triage, context, began);
  return <RunView journal={journal} first={first} />;
}

interface RunProps {
  readonly journal: Journal;
  readonly first: TriageRun;
  /** Of a resumed run: begins anew, with the questions of this version. */
  readonly onAgain?: () => void;
}

function RunView({ journal, first, onAgain }: RunProps) {
  const { navigation } = useApp();
  const { run, change, leave } = useKeptRun(journal, first);
  useWakeLock();
  useEffect(() => window.scrollTo(0, 0), [run.answers.length]);
  const position = runPosition(run);
  if (position === undefined) return null;
  const { answered, at } = position;
  const name = run.code || run.title;
  const again = () => {
    leave();
    onAgain?.();
  };
  return (
    <section class="triage" aria-label={`${name} 排查`}>
      <p class="note">
        {name} · {at.kind === 'end' ? '结果' : `第 ${answered.length + 1} 问`}
      </p>
      <progress
        max={1}
        value={at.kind === 'end' ? 1 : answered.length / (answered.length + 2)}
        aria-hidden="true"
      />
      {onAgain !== undefined && isBegun(run) && (
        <div class="resumed">
          <p class="note">{`接着${agoWords(run.startedAt, Date.now())}开始的那次`}</p>
          <button type="button" class="button quiet" onClick={again}>
            换了一笔，从头问
          </button>
        </div>
      )}
      {at.kind === 'question' ? (
        <TriageQuestion
          key={run.answers.length}
          run={run}
          step={at.step}
          onWait={() => change(waitStarted(run, Date.now()))}
          onAnswer={(choice) => change({ ...answerRun(run, choice, Date.now()), endedAt: null })}
        />
      ) : (
        <TriageOutcome run={run} end={at.target} journal={journal} />
      )}
      <div class="actions">
        {answered.length > 0 && (
          <button type="button" class="button quiet" onClick={() => change(backRun(run))}>
            上一问
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => navigation.back()}>
          退出排查
        </button>
      </div>
      {answered.length > 0 && (
        <details>
          <summary>已经回答的</summary>
          <ol class="answered">
            {answered.map(({ step, answer }, i) => (
              <li key={i}>
                <InlineView content={step.question} /> <b>{answer.text}</b>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** The run as state, kept with every change of it, and written into the case that it belongs to. */
function useKeptRun(journal: Journal, first: TriageRun) {
  const { navigation } = useApp();
  const [run, setRun] = useState(first);
  const latest = useRef(first);
  const left = useRef(false);
  const change = (next: TriageRun) => {
    latest.current = next;
    setRun(next);
    void saveRun(journal, next);
    const incident = caseOfRun(journal, next);
    if (incident !== undefined) void saveIncident(journal, recordRun(incident, next));
  };
  useEffect(() => {
    if (journal.get(triageRunKind.prefix + runName(first)) === undefined) void saveRun(journal, first);
    return () => {
      const last = latest.current;
      if (!isBegun(last)) void journal.delete(triageRunKind.record(last).key);
      else if (left.current || !mayComeBack(last, navigation.route.get())) {
        void saveRun(journal, leaveRun(last, Date.now()));
      }
    };
  }, []);
  const leave = () => {
    left.current = true;
  };
  return { run, change, leave };
}

/** What is not at its end may always be gone on with; the end only from the screens that it leads to. */
function mayComeBack(run: TriageRun, route: Route): boolean {
  const at = runPosition(run)?.at;
  if (at?.kind !== 'end') return true;
  if (route.kind === 'customer' || route.kind === 'case') return true;
  return route.kind === 'article' && at.target.kind === 'article' && route.id === at.target.id;
}
