// One case in a list: what it was, since when, how it stands.

import { type Incident, incidentState } from '../journal/incident.ts';
import { incidentNumberWords } from '../journal/incident-number.ts';
import { STATE_WORDS } from '../journal/incident-words.ts';
import { agoWords, caseName, STATE_TONES } from './case-words.ts';
import { addressOf } from './route.ts';

export function CaseRow({ incident }: { incident: Incident }) {
  const state = incidentState(incident);
  const { number, title, fields } = incident;
  const name = caseName(incident);
  return (
    <a class="row" href={addressOf({ kind: 'case', number })}>
      <span class="grow">
        <b>{name}</b> {title !== name && title}
        <small>
          {agoWords(incident.createdAt, Date.now())} · {incidentNumberWords(number)}
          {fields.amount !== '' && ` · ${fields.amount}元`}
        </small>
      </span>
      <span class={`mark ${STATE_TONES[state]}`}>{STATE_WORDS[state]}</span>
    </a>
  );
}
