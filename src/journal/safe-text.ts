// Text and times as an incident keeps them, from what must not be refused at the counter.

import { cleanText } from './clean-text.ts';
import { withoutCardNumbers } from './pan.ts';

/** One line of at most `limit` UTF-16 units with every card number cut out. */
export function safeText(text: string, limit: number): string {
  return cleanText(withoutCardNumbers(cleanText(text, limit)), limit);
}

/** Milliseconds without their thousandths of a second, as reports write times. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
