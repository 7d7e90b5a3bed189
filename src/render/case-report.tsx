// What a case says, to be read: on its own screen, and where a pasted report is replayed. Words that the line of a QR code
// leaves out come from the article.

import { inlineText } from '../bundle/article-text.ts';
import { type Incident, type IncidentStep, incidentState } from '../journal/incident.ts';
import { FIELD_FORMS, INCIDENT_FIELDS } from '../journal/incident-fields.ts';
import { incidentNumberWords } from '../journal/incident-number.ts';
import { REPORT_LINES, STATE_WORDS } from '../journal/incident-words.ts';
import { useLibrary } from './app-context.ts';
import { caseName, momentWords, STATE_TONES } from './case-words.ts';
import { CodeText } from './code-text.tsx';
import { articleAddress } from './route.ts';
import { useArticle } from './use-article.ts';
import { channelWords } from './words.ts';

export function CaseHead({ incident }: { incident: Incident }) {
  const state = incidentState(incident);
  const { number, code, query, title, articleId } = incident;
  const known = useLibrary()?.summary(articleId ?? '');
  const words = title || known?.title || articleId;
  const shown = code || (articleId === null ? query : '');
  const channel = channelWords(incident.channel ?? '');
  return (
    <header>
      <p class="note">编号，打电话时念给客服</p>
      <h1 class="case-number" aria-label={`编号 ${[...number].join(' ')}`}>
        {incidentNumberWords(number)}
      </h1>
      <p class="codes">
        <span class={`mark ${STATE_TONES[state]}`}>{STATE_WORDS[state]}</span>
        {shown !== '' && <CodeText code={shown} size="card" />}
        {channel !== '' && <span class="tag">{channel}</span>}
      </p>
      {articleId === null ? (
        <p>{shown === '' ? caseName(incident) : '没有对应到手册里的哪一页。'}</p>
      ) : (
        <a class="case-title" href={articleAddress(articleId)}>
          {words}
        </a>
      )}
      <p class="note">
        {momentWords(incident.createdAt, Date.now())}记下 · 机具：{REPORT_LINES[incident.line]}
        {incident.articleId !== null && query !== '' && query !== code && ` · 查的是“${query}”`}
      </p>
    </header>
  );
}

export function CaseSteps({ incident }: { incident: Incident }) {
  const { steps } = incident;
  if (steps.length === 0) return null;
  return (
    <>
      <h2>做过的、答过的</h2>
      <ol class="case-steps rows">
        {steps.map((step, i) => (
          <li key={i}>
            <StepWords step={step} />
            <small>{momentWords(step.at, Date.now())}</small>
          </li>
        ))}
      </ol>
    </>
  );
}

function StepWords({ step }: { step: IncidentStep }) {
  const state = useArticle(step.articleId);
  const triage = state.kind === 'open' ? state.article.triage : null;
  if (step.kind === 'tick') return <p>做完：{step.text || `第 ${step.step + 1} 步`}</p>;
  if (step.kind === 'outcome') return step.text === '' ? <p>排查到头</p> : <p>结果：{step.text}</p>;
  const asked = triage?.steps[step.step];
  const question = step.question || (asked && inlineText(asked.question)) || `第 ${step.step + 1} 问`;
  const answer = step.answer || asked?.answers[step.choice]?.text || `第 ${step.choice + 1} 项`;
  return (
    <p>
      {question} <b>{answer}</b>
    </p>
  );
}

/** The fields that were filled in. */
export function CaseFieldsRead({ incident }: { incident: Incident }) {
  const filled = INCIDENT_FIELDS.filter((field) => incident.fields[field] !== '');
  if (filled.length === 0) return null;
  return (
    <>
      <h2>小票上的号码</h2>
      <dl class="case-read">
        {filled.map((field) => (
          <div key={field}>
            <dt>{FIELD_FORMS[field].words}</dt>
            <dd>{incident.fields[field]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
