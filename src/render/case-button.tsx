// 记下这一笔: one tap makes the case and opens it. A case of the same article made just before is named beside it, so that
// a second tap does not make a second one of the same payment.

import type { Article } from '../bundle/article.ts';
import { listIncidents } from '../journal/incident.ts';
import { incidentNumberWords } from '../journal/incident-number.ts';
import type { Journal } from '../journal/journal.ts';
import { myLine } from '../journal/my-line.ts';
import { useApp, useLibrary, useReadable } from './app-context.ts';
import { SAME_PAYMENT_MS } from './case-current.ts';
import { articleOfQuery, caseSubject, openCase } from './case-start.ts';
import { addressOf } from './route.ts';
import { journalStore } from './second-script.ts';

interface CaseButtonProps {
  readonly article?: Article;
  readonly query?: string;
}

export function CaseButton(props: CaseButtonProps) {
  const journal = useReadable(journalStore);
  return journal === undefined ? null : <ReadyCaseButton {...props} journal={journal} />;
}

function ReadyCaseButton({ article, query = '', journal }: CaseButtonProps & { readonly journal: Journal }) {
  const { navigation } = useApp();
  const library = useLibrary();
  useReadable(journal.revision);
  const now = Date.now();
  const known = listIncidents(journal).find(
    (incident) =>
      now - incident.createdAt < SAME_PAYMENT_MS &&
      (article === undefined ? query !== '' && incident.query === query : incident.articleId === article.id),
  );
  const start = () => {
    const line = myLine(journal);
    const context = { line, bundleId: library?.manifest.id ?? null };
    const about = article ?? (library && articleOfQuery(library, query, line));
    const options = { now: Date.now(), random: Math.random() };
    const { number } = openCase(journal, caseSubject(about, query, context), options);
    navigation.go({ kind: 'case', number });
  };
  return (
    <>
      {known !== undefined && (
        <a class="button quiet" href={addressOf({ kind: 'case', number: known.number })}>
          已记下 {incidentNumberWords(known.number)}
        </a>
      )}
      <button type="button" class="button quiet" onClick={start}>
        {known === undefined ? '记下这一笔' : '又来一笔，另记'}
      </button>
    </>
  );
}
