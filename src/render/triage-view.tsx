// Guided triage: one question a screen, large answers near the thumb, one step back at any time, and an end that says
// plainly what to do with the goods and the customer.

import { useEffect, useState } from 'preact/hooks';
import type { Article, ArticleId, TriageStep } from '../bundle/article.ts';
import { positionAt, type TriagePath } from '../journal/triage-walk.ts';
import { useApp, useMyLine } from './app-context.ts';
import { Blocks, InlineView } from './blocks.tsx';
import { ProblemView } from './problem-view.tsx';
import { addressOf, articleAddress } from './route.ts';
import { useArticle } from './use-article.ts';

export function TriageView({ id }: { id: ArticleId }) {
  const state = useArticle(id);
  if (state.kind === 'opening') return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'unavailable') return <ProblemView problem={state.problem} />;
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
  return <Triage key={id} article={state.article} triage={state.article.triage} />;
}

function Triage({ article, triage }: { article: Article; triage: NonNullable<Article['triage']> }) {
  const { navigation } = useApp();
  const [path, setPath] = useState<TriagePath>([]);
  const position = positionAt(triage, path);
  const name = article.codes[0] ?? article.title;
  useEffect(() => window.scrollTo(0, 0), [path]);
  if (position === undefined) return null;
  const share = position.answered.length / (position.answered.length + 2);
  return (
    <section class="triage" aria-label={`${name} 排查`}>
      <p class="note">
        {name} · {position.at.kind === 'end' ? '结果' : `第 ${position.answered.length + 1} 问`}
      </p>
      <progress max={1} value={position.at.kind === 'end' ? 1 : share} aria-hidden="true" />
      {position.at.kind === 'question' ? (
        <Question
          key={path.join()}
          step={position.at.step}
          onAnswer={(answer) => setPath([...path, answer])}
        />
      ) : position.at.target.kind === 'done' ? (
        <div class="card outcome" role="status">
          <h1>{position.at.target.outcome}</h1>
          {article.customer !== null && (
            <a class="button" href={addressOf({ kind: 'customer', id: article.id })}>
              给顾客看
            </a>
          )}
        </div>
      ) : (
        <div class="card outcome" role="status">
          <h1>接着看：{position.at.target.title}</h1>
          <a class="button" href={articleAddress(position.at.target.id)}>
            打开
          </a>
        </div>
      )}
      <div class="actions">
        {path.length > 0 && (
          <button type="button" class="button quiet" onClick={() => setPath(path.slice(0, -1))}>
            上一问
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => navigation.back()}>
          退出排查
        </button>
      </div>
      {position.answered.length > 0 && (
        <details>
          <summary>已经回答的</summary>
          <ol class="answered">
            {position.answered.map(({ step, answer }, i) => (
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

function Question({ step, onAnswer }: { step: TriageStep; onAnswer: (answer: number) => void }) {
  const line = useMyLine();
  return (
    <>
      <h1 class="question">
        <InlineView content={step.question} />
      </h1>
      <Blocks blocks={step.note} line={line} />
      {step.waitSeconds > 0 && <Timer seconds={step.waitSeconds} />}
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

/** Counts by the clock, not by ticks: a phone asleep in between shows the right time when it wakes. */
function Timer({ seconds }: { seconds: number }) {
  const [end, setEnd] = useState<number>();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (end === undefined || now >= end) return;
    const timer = window.setTimeout(() => setNow(Date.now()), 250);
    return () => window.clearTimeout(timer);
  }, [end, now]);
  if (end === undefined) {
    const start = () => {
      setNow(Date.now());
      setEnd(Date.now() + seconds * 1000);
    };
    return (
      <button type="button" class="button quiet timer" onClick={start}>
        开始计时 {seconds} 秒
      </button>
    );
  }
  const left = Math.max(0, Math.ceil((end - now) / 1000));
  return (
    <p class="timer" role="timer">
      {left > 0 ? `还有 ${left} 秒` : '时间到'}
    </p>
  );
}
