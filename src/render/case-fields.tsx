// What the slip says, all of it optional. What is typed is judged at every key but kept only when the field is left: the
// first digits of a card number look like any number, and must not be on disk when the rest gives it away.

import { useEffect, useRef, useState } from 'preact/hooks';
import { editIncident, findIncident, type Incident, saveIncident } from '../journal/incident.ts';
import {
  FIELD_FORMS,
  fieldProblemWords,
  INCIDENT_FIELDS,
  type IncidentField,
  parseField,
} from '../journal/incident-fields.ts';
import type { Journal } from '../journal/journal.ts';

interface CaseFieldsProps {
  readonly incident: Incident;
  readonly journal: Journal;
}

export function CaseFields({ incident, journal }: CaseFieldsProps) {
  return (
    <>
      <h2>小票上的号码（可以不填）</h2>
      <p class="note">不要写卡号和密码。</p>
      <div class="case-fields">
        {INCIDENT_FIELDS.map((field) => (
          <CaseField key={field} field={field} incident={incident} journal={journal} />
        ))}
      </div>
    </>
  );
}

/** What became of the last text that left the field. */
type Kept = 'nothing' | 'saved' | 'not-saved';

function CaseField({ field, incident, journal }: CaseFieldsProps & { readonly field: IncidentField }) {
  const { draft, type, kept, keep } = useDraft({ field, incident, journal });
  const [left, setLeft] = useState(false);
  const parsed = parseField(field, draft);
  // A half-typed amount is no mistake yet; a card number is one at once.
  const problem = !parsed.ok && (left || parsed.problem.kind !== 'malformed') ? parsed.problem : undefined;
  const id = `case-${field}`;
  const common = {
    id,
    value: draft,
    autocomplete: 'off' as const,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-say`,
    onFocus: () => setLeft(false),
    onBlur: () => {
      setLeft(true);
      keep();
    },
  };
  return (
    <div class={field === 'note' ? 'field wide' : 'field'}>
      <label for={id}>{FIELD_FORMS[field].words}</label>
      {field === 'note' ? (
        <textarea {...common} rows={3} onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          inputMode={field === 'amount' ? 'decimal' : 'text'}
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="done"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
          }}
        />
      )}
      <p
        id={`${id}-say`}
        class={problem === undefined && kept !== 'not-saved' ? 'say' : 'say bad'}
        role="status"
      >
        {problem !== undefined && fieldProblemWords(problem)}
        {problem === undefined && kept === 'saved' && '已存'}
        {problem === undefined && kept === 'not-saved' && '未能保存'}
      </p>
    </div>
  );
}

function useDraft({ field, incident, journal }: CaseFieldsProps & { readonly field: IncidentField }) {
  const [draft, setDraft] = useState(incident.fields[field]);
  const [kept, setKept] = useState<Kept>('nothing');
  const latest = useRef(draft);
  const { number } = incident;
  const type = (text: string) => {
    latest.current = text;
    setDraft(text);
    setKept('nothing');
  };
  /** Asks the journal for the case as it is now: another field may have changed it, or it may be deleted. */
  const keep = async () => {
    const present = findIncident(journal, number);
    const edited = present && editIncident(present, field, latest.current);
    if (present === undefined || edited === undefined || !edited.ok) return;
    const value = edited.value.fields[field];
    if (value === present.fields[field]) return;
    if ((await saveIncident(journal, edited.value)) === false) setKept('not-saved');
    else {
      setKept('saved');
      if (parseField(field, latest.current).ok) type(value);
      setKept('saved');
    }
  };
  // The way back, a call that comes in: whatever ends the typing keeps what may be kept.
  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void keepLatest.current();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void keepLatest.current();
    };
  }, []);
  return { draft, type, kept, keep };
}
