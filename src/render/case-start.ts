// One tap makes a case of what is on the screen, with what was answered and ticked for it just before.

import { type Article, CHANNELS, MONEY, parseArticleId, type Verdict } from '../bundle/article.ts';
import type { BundleId } from '../bundle/bundle-manifest.ts';
import {
  type Incident,
  type IncidentSubject,
  isNumberTaken,
  saveIncident,
  startIncident,
} from '../journal/incident.ts';
import { drawIncidentNumber } from '../journal/incident-number.ts';
import { recordRun, recordTicks } from '../journal/incident-steps.ts';
import type { Journal } from '../journal/journal.ts';
import type { MyLine } from '../journal/my-line.ts';
import { saveStepProgress, stepProgress } from '../journal/step-progress.ts';
import type { TriageRun } from '../journal/triage-progress.ts';
import type { Library } from '../load/library.ts';
import { recentRun, SAME_PAYMENT_MS } from './case-current.ts';

/** What a case needs of an article. */
export interface SubjectArticle extends Pick<Article, 'id' | 'title' | 'codes' | 'channel'> {
  readonly verdict: Pick<Verdict, 'money'> | null;
}

/** The article of the very code that was typed; none where the code has several meanings, or where words were typed. */
export function articleOfQuery(library: Library, query: string, line: MyLine): SubjectArticle | undefined {
  const { kind, askChannel, hits } = library.search(query, { line: line === 'unset' ? '' : line, limit: 2 });
  const [first] = hits;
  if (kind !== 'exact-code' || askChannel || first === undefined) return undefined;
  const { document, code } = first;
  const id = parseArticleId(document.id);
  const money = MONEY.find((each) => each === document.money);
  return (
    id && {
      id,
      title: document.title,
      codes: [code],
      channel: CHANNELS.find((each) => each === document.channel) ?? null,
      verdict: money === undefined ? null : { money },
    }
  );
}

export interface SubjectContext {
  readonly line: MyLine;
  readonly bundleId: BundleId | null;
}

/** What nobody has given a verdict on counts as 状态不明. */
export function caseSubject(
  article: SubjectArticle | undefined,
  query: string,
  { line, bundleId }: SubjectContext,
): IncidentSubject {
  return {
    query,
    code: article?.codes[0] ?? '',
    channel: article?.channel ?? null,
    line,
    articleId: article?.id ?? null,
    title: article?.title ?? '',
    bundleId,
    uncertain: (article?.verdict?.money ?? 'uncertain') === 'uncertain',
  };
}

/** The subject of a run whose article this version may not have any more. */
export function runSubject(run: TriageRun, article: SubjectArticle | undefined): IncidentSubject {
  const subject = caseSubject(article, '', run);
  return { ...subject, code: run.code, title: run.title, articleId: run.articleId };
}

export interface StartOptions {
  readonly now: number;
  /** 0 ≤ random < 1. */
  readonly random: number;
  /** The run that the case is about; else a recent one of its article. */
  readonly run?: TriageRun;
}

/** Kept at once; the ticks of the day go over to the case, so that the next payment begins with none. */
export function openCase(journal: Journal, subject: IncidentSubject, options: StartOptions): Incident {
  const { now, random } = options;
  const number = drawIncidentNumber(now, random, (each) => isNumberTaken(journal, each));
  let incident = startIncident(subject, number, now);
  const { articleId } = subject;
  if (articleId !== null) {
    const run = options.run ?? recentRun(journal, articleId, now);
    if (run !== undefined) incident = recordRun(incident, run);
    const day = stepProgress(journal, articleId, undefined, now);
    const ticks = day.ticks.filter((tick) => tick.at >= now - SAME_PAYMENT_MS);
    if (ticks.length > 0) {
      const own = { ...day, scope: number, ticks };
      incident = recordTicks(incident, own);
      void saveStepProgress(journal, own, now);
      void saveStepProgress(journal, { ...day, ticks: [] }, now);
    }
  }
  void saveIncident(journal, incident);
  return incident;
}
