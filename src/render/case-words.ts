// Times and names of cases as the screen says them.

import type { Incident, IncidentState } from '../journal/incident.ts';
import { ageWords } from '../journal/incident-words.ts';
import { localDay } from '../journal/step-progress.ts';

/** Local time: `16:43:05` today, `11月22日 16:43` on other days. A wrong clock is shown as it is. */
export function momentWords(at: number, now: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (localDay(at) === localDay(now)) return `${clock}:${two(date.getSeconds())}`;
  return `${date.getMonth() + 1}月${date.getDate()}日 ${clock}`;
}

/** `刚刚`, `8分钟前`, `2天前`. */
export function agoWords(since: number, now: number): string {
  const age = ageWords(since, now);
  return age === '刚刚' ? age : `${age}前`;
}

/** The code, else what was typed, else the title. */
export function caseName({ code, query, title }: Pick<Incident, 'code' | 'query' | 'title'>): string {
  return code || query || title || '没有码的一笔';
}

/** Colour of a state's mark; the word says it too. */
export const STATE_TONES: Readonly<Record<IncidentState, 'ask' | 'ok' | 'stop' | 'plain'>> = {
  open: 'ask',
  credited: 'ok',
  reversed: 'ok',
  refunded: 'ok',
  unresolved: 'stop',
};
