// What was left open, on top of the home screen: money whose way nobody knows yet, and a triage that was broken off.

import { isOutstanding, listIncidents } from '../journal/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { leaveRun, runName, saveRun } from '../journal/triage-progress.ts';
import { useReadable } from './app-context.ts';
import { settlementAdvice } from './case-advice.ts';
import { CaseRow } from './case-row.tsx';
import { agoWords } from './case-words.ts';
import { ICONS, Icon } from './icons.tsx';
import { addressOf } from './route.ts';
import { journalStore } from './second-script.ts';
import { runsToContinue } from './triage-resume.ts';
import { useNow } from './use-now.ts';

/** More would push the codes off the first screen. */
const SHOWN = 2;

export function HomeTop() {
  const journal = useReadable(journalStore);
  return journal === undefined ? null : <LeftOpen journal={journal} />;
}

function LeftOpen({ journal }: { journal: Journal }) {
  useReadable(journal.revision);
  const now = useNow(60_000);
  return (
    <>
      <OpenCases journal={journal} now={now} />
      <OpenRuns journal={journal} now={now} />
    </>
  );
}

function OpenCases({ journal, now }: { journal: Journal; now: number }) {
  const open = listIncidents(journal).filter(isOutstanding);
  const [newest] = open;
  if (newest === undefined) return null;
  return (
    <section class="left-open" aria-label="还没查清的">
      <h2>还有 {open.length} 笔没查清</h2>
      <ul class="rows">
        {open.slice(0, SHOWN).map((incident) => (
          <li key={incident.number}>
            <CaseRow incident={incident} />
          </li>
        ))}
        {open.length > SHOWN && (
          <li>
            <a class="row" href={addressOf({ kind: 'cases' })}>
              <span class="grow">全部 {open.length} 笔</span>
              <Icon path={ICONS.next} />
            </a>
          </li>
        )}
      </ul>
      <p class="advice ask">{settlementAdvice(newest, now)}</p>
    </section>
  );
}

function OpenRuns({ journal, now }: { journal: Journal; now: number }) {
  const runs = runsToContinue(journal, now).slice(0, SHOWN);
  if (runs.length === 0) return null;
  return (
    <section class="left-open" aria-label="没排查完的">
      <h2>没排查完的</h2>
      <ul class="rows">
        {runs.map((run) => (
          <li key={runName(run)} class="with-close">
            <a class="row" href={addressOf({ kind: 'triage', id: run.articleId })}>
              <span class="grow">
                继续排查 <b>{run.code || run.title}</b>
                <small>
                  {agoWords(run.startedAt, now)} · 第 {run.answers.length + 1} 问
                </small>
              </span>
              <Icon path={ICONS.next} />
            </a>
            <button
              type="button"
              class="clear"
              aria-label={`不再继续 ${run.code || run.title}`}
              onClick={() => saveRun(journal, leaveRun(run, Date.now()))}
            >
              <Icon path={ICONS.close} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
