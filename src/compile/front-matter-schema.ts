// The one schema of front matter: what the compiler accepts, what its types are, and what editors complete from
// (json-schema.ts). Rules that tie several keys together stand in front-matter.ts; here is one key at a time.
//
// The descriptions are read by authors: in their editor and nowhere else.

import * as v from 'valibot';
import { AGREEMENT, LINES, MONEY, RETRY } from '../bundle/article.ts';
import { isCalendarDate } from './calendar-date.ts';
import { seenText } from './unseen-characters.ts';

/** Text of one line, trimmed, not empty. `most` in UTF-16 units. */
export function line(most: number, description: string) {
  return v.pipe(
    v.string(),
    v.transform((text: string) => seenText(text).replace(/\s+/g, ' ').trim()),
    v.minLength(1, 'some text'),
    v.maxLength(most, `at most ${most} characters`),
    v.description(description),
  );
}

function date(description: string) {
  return v.pipe(
    v.string(),
    v.check(isCalendarDate, 'a date that exists, as YYYY-MM-DD'),
    v.description(description),
  );
}

function lines(most: number, description: string) {
  return v.pipe(v.array(line(most, '')), v.maxLength(100, 'at most 100 entries'), v.description(description));
}

const title = line(200, 'Short meaning, without the code');
const summary = line(300, 'One sentence');
const aliases = lines(200, 'What people type: screen texts, other spellings, colloquial names');
const code = v.pipe(
  v.union([line(60, ''), v.pipe(lines(60, ''), v.minLength(1, 'at least one code'))]),
  v.description('As the screen shows it, quoted; a list where one article serves several'),
);
const money = v.pipe(v.picklist(MONEY), v.description('Was the customer charged?'));
const moneyReason = line(300, 'Why, one sentence');
const retry = v.pipe(
  v.picklist(RETRY),
  v.description('May the card be run again? Never yes where money is uncertain'),
);
const retryReason = line(300, 'Why, or on what condition');
const customer = line(300, 'To say or to show; must not reveal loss, theft or fraud');
const customerEnglish = line(400, 'The same in English');
const products = v.pipe(v.array(v.picklist(LINES)), v.description('Lines it applies to; all when absent'));
const agreement = v.pipe(v.picklist(AGREEMENT), v.description('How far independent sources say the same'));
const sources = v.pipe(lines(60, 'Ids in sources.yaml'), v.minLength(1, 'at least one source'));
const reviewed = date('Day of the last review');
const expires = date('From the day after, the check fails');
const related = lines(120, 'Ids of other articles');

const always = {
  title,
  aliases: v.optional(aliases),
  retryReason: v.optional(retryReason),
  customerEnglish: v.optional(customerEnglish),
  products: v.optional(products),
  related: v.optional(related),
};

export const codeFrontMatter = v.object({
  ...always,
  code,
  summary,
  money,
  moneyReason,
  retry,
  customer,
  agreement,
  sources,
  reviewed,
  expires,
});

export const plainFrontMatter = v.object({
  ...always,
  code: v.optional(code),
  summary: v.optional(summary),
  money: v.optional(money),
  moneyReason: v.optional(moneyReason),
  retry: v.optional(retry),
  customer: v.optional(customer),
  agreement: v.optional(agreement),
  sources: v.optional(sources),
  reviewed: v.optional(reviewed),
  expires: v.optional(expires),
});

/** Front matter of any kind of article, its keys checked one by one. */
export type FrontMatter = v.InferOutput<typeof plainFrontMatter>;
