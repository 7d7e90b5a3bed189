// Ticks on the steps of an article: kept with the incident that is open, else with the article and the day, so that
// tomorrow's failure begins with an empty list. A tick knows the words it was set on: after an update it stays with its
// step, and goes where the step is gone.

import type { ArticleId } from '../bundle/article.ts';
import { cleanText } from './clean-text.ts';
import { type IncidentNumber, parseIncidentNumber } from './incident-number.ts';
import type { Journal } from './journal.ts';
import { keepValue, listValues, recordKind } from './record-kind.ts';
import { articleId, fields, line, list, reader, time, whole } from './record-reader.ts';

export interface StepProgress {
  readonly articleId: ArticleId;
  /** The incident's number, or the local day as `2026-11-22`. */
  readonly scope: string;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  /** Counted from 0. */
  readonly step: number;
  readonly text: string;
  readonly at: number;
}

/** UTF-16 units of the words kept with a tick. */
const WORDS = 200;
const STEPS = 200;
const DAYS_KEPT = 14;

export const stepProgressKind = recordKind<StepProgress>({
  prefix: 'steps/',
  version: 1,
  nameOf: (progress) => `${progress.scope}/${progress.articleId}`,
  reader: fields<StepProgress>({
    articleId,
    scope: reader('an incident number or a day', (value) =>
      typeof value === 'string' && (/^\d{4}-\d\d-\d\d$/.test(value) || parseIncidentNumber(value) === value)
        ? value
        : undefined,
    ),
    ticks: list(fields<Tick>({ step: whole(0, STEPS), text: line(WORDS), at: time }), STEPS),
  }),
});

/** The day of `now` on this phone, `YYYY-MM-DD`. */
export function localDay(now: number): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function stepProgress(
  journal: Journal,
  id: ArticleId,
  incident: IncidentNumber | undefined,
  now: number,
): StepProgress {
  const scope = incident ?? localDay(now);
  const key = `${stepProgressKind.prefix}${scope}/${id}`;
  return stepProgressKind.parse(journal.get(key)) ?? { articleId: id, scope, ticks: [] };
}

/** `texts` are the words of all steps as they are now. Ticks `texts[step]`, or takes its tick away. */
export function toggleStep(
  progress: StepProgress,
  texts: readonly string[],
  step: number,
  now: number,
): StepProgress {
  const words = texts.map(kept);
  const others = progress.ticks.filter((tick) => !stands(tick, words, step));
  if (others.length < progress.ticks.length) return { ...progress, ticks: others };
  return { ...progress, ticks: [...others, { step, text: words[step] ?? '', at: now }].slice(-STEPS) };
}

/** Indices into `texts` of the steps that are ticked. */
export function tickedSteps(progress: StepProgress, texts: readonly string[]): ReadonlySet<number> {
  const words = texts.map(kept);
  return new Set(
    [...words.keys()].filter((step) => progress.ticks.some((tick) => stands(tick, words, step))),
  );
}

/** A tick stands on its step; on another with the same words where its own has gone or moved. */
function stands(tick: Tick, words: readonly string[], step: number): boolean {
  return words[step] === tick.text && (tick.step === step || words[tick.step] !== tick.text);
}

function kept(text: string): string {
  return cleanText(text, WORDS);
}

/** Lists of days more than two weeks gone are let go, those of incidents never. */
export function saveStepProgress(journal: Journal, progress: StepProgress, now: number): Promise<boolean> {
  const oldest = localDay(now - DAYS_KEPT * 86_400_000);
  const gone = listValues(journal, stepProgressKind).filter(
    (each) => each.scope.includes('-') && each.scope < oldest,
  );
  return keepValue(journal, stepProgressKind, progress, gone);
}
