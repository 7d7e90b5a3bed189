// Everything recorded on this phone, newest first, and the place to replay a report from another.

import { listIncidents } from '../journal/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { useReadable } from './app-context.ts';
import { CaseButton } from './case-button.tsx';
import { CaseRow } from './case-row.tsx';
import { CasesReplay } from './cases-replay.tsx';
import { journalStore } from './second-script.ts';

export function CasesView() {
  const journal = useReadable(journalStore);
  if (journal === undefined) return <div class="waiting" aria-busy="true" />;
  return (
    <section class="cases">
      <h1>记下的</h1>
      <CaseList journal={journal} />
      <div class="actions">
        <CaseButton />
      </div>
      <CasesReplay />
    </section>
  );
}

function CaseList({ journal }: { journal: Journal }) {
  useReadable(journal.revision);
  const incidents = listIncidents(journal);
  if (incidents.length === 0) {
    return (
      <p>
        还没有。收款出了问题，在那一页点“记下这一笔”，时间、步骤都会存在这台手机上，打客服电话时念编号就行。
      </p>
    );
  }
  return (
    <ul class="rows" aria-label="记下的">
      {incidents.map((incident) => (
        <li key={incident.number}>
          <CaseRow incident={incident} />
        </li>
      ))}
    </ul>
  );
}
