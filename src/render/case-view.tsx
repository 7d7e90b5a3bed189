// One recorded payment: its number to read out on the phone, what was done, what the slip says, how it ended, and the
// report for support.

import { useState } from 'preact/hooks';
import {
  findIncident,
  INCIDENT_STATES,
  type Incident,
  type IncidentState,
  incidentState,
  isOutstanding,
  markIncident,
  saveIncident,
} from '../journal/incident.ts';
import { parseIncidentNumber } from '../journal/incident-number.ts';
import { STATE_WORDS } from '../journal/incident-words.ts';
import type { Journal } from '../journal/journal.ts';
import { useApp, useReadable } from './app-context.ts';
import { settlementAdvice } from './case-advice.ts';
import { CaseFields } from './case-fields.tsx';
import { CaseHandoff } from './case-handoff.tsx';
import { removeCase } from './case-remove.ts';
import { CaseHead, CaseSteps } from './case-report.tsx';
import { momentWords } from './case-words.ts';
import { addressOf } from './route.ts';
import { journalStore } from './second-script.ts';

export function CaseView({ number }: { number: string }) {
  const journal = useReadable(journalStore);
  if (journal === undefined) return <div class="waiting" aria-busy="true" />;
  return <KeptCase key={number} number={number} journal={journal} />;
}

function KeptCase({ number, journal }: { number: string; journal: Journal }) {
  useReadable(journal.revision);
  const parsed = parseIncidentNumber(number);
  const incident = parsed && findIncident(journal, parsed);
  if (incident === undefined) {
    return (
      <section class="card">
        <h1>这台手机上没有这一笔</h1>
        <p>可能已经删掉了，或者记在另一台手机上。</p>
        <div class="actions">
          <a class="button" href={addressOf({ kind: 'cases' })}>
            看记下的
          </a>
        </div>
      </section>
    );
  }
  return (
    <section class="case">
      <CaseHead incident={incident} />
      {isOutstanding(incident) && <p class="advice ask">{settlementAdvice(incident, Date.now())}</p>}
      <CaseState incident={incident} journal={journal} />
      <CaseHandoff incident={incident} />
      <CaseFields incident={incident} journal={journal} />
      <CaseSteps incident={incident} />
      <DeleteCase incident={incident} journal={journal} />
    </section>
  );
}

interface KeptProps {
  readonly incident: Incident;
  readonly journal: Journal;
}

const RESULTS: readonly IncidentState[] = INCIDENT_STATES.filter((state) => state !== 'open');

function CaseState({ incident, journal }: KeptProps) {
  const [saved, setSaved] = useState(true);
  const state = incidentState(incident);
  const marked = incident.states[incident.states.length - 1];
  // A second tap on the mark takes it back.
  const mark = async (next: IncidentState) => {
    setSaved(await saveIncident(journal, markIncident(incident, next === state ? 'open' : next, Date.now())));
  };
  return (
    <>
      <h2 id="case-state">这笔钱后来怎样</h2>
      <div class="marks" role="group" aria-labelledby="case-state">
        {RESULTS.map((each) => (
          <button
            key={each}
            type="button"
            class="button quiet"
            aria-pressed={state === each}
            onClick={() => mark(each)}
          >
            {STATE_WORDS[each]}
          </button>
        ))}
      </div>
      <p class="note" role="status">
        {!saved && <b>未能保存。</b>}
        {state === 'open' || marked === undefined
          ? '查到结果再点。'
          : `${momentWords(marked.at, Date.now())} 标为${STATE_WORDS[state]}，再点一次取消。`}
      </p>
    </>
  );
}

function DeleteCase({ incident, journal }: KeptProps) {
  const { navigation } = useApp();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div class="actions">
        <button type="button" class="button quiet danger" onClick={() => setAsked(true)}>
          删除这一笔
        </button>
      </div>
    );
  }
  const remove = () => {
    void removeCase(journal, incident);
    navigation.go({ kind: 'cases' }, 'replace');
  };
  return (
    <div class="card" role="alertdialog" aria-label="删除这一笔">
      <p class="sure">删掉就找不回来了。</p>
      <div class="actions">
        <button type="button" class="button quiet danger" onClick={remove}>
          确定删除
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          留着
        </button>
      </div>
    </div>
  );
}
