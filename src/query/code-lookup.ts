// Stage 0: the exact table of codes, apart from the language pipeline. Nothing here is approximate except what is labelled
// so: a code that nobody owns is unknown, however near another one is.

import { type ChannelHint, kindOfChannel, orderOfChannel } from '../analysis/channel-words.ts';
import { codeKey } from '../analysis/code-forms.ts';
import { asksForCode, type CodeMention, findCodeMentions, isIdentifier } from '../analysis/code-mentions.ts';
import type { QueryPlan } from './query-plan.ts';

/** The table of codes, over all segments. */
export interface CodeTable {
  /** Documents that own the key. */
  owners(key: string): number[];
  /** Documents that own a key which begins with `prefix`, in order of the keys, at most `limit`. */
  completions(prefix: string, limit: number): number[];
  /** Of `keys`, the first that is one slip of the finger away from a long name, and who owns that. */
  slip(keys: readonly string[]): { readonly key: string; readonly similar: number[] } | undefined;
  /** What stands beside an answer: those of `all` owners of the key that are not `shown`, and owners of look-alikes. */
  similar(key: string, shown: readonly number[], all: readonly number[]): number[];
  channelOf(document: number): string;
}

export type CodeAnswer =
  | {
      readonly kind: 'exact';
      readonly key: string;
      readonly owners: number[];
      readonly similar: number[];
      readonly ask: boolean;
    }
  | { readonly kind: 'unknown'; readonly key: string; readonly similar: number[] }
  /** Nobody owns it, but one slip of the finger away stands a long name: shown as similar, before what the text says. */
  | { readonly kind: 'slip'; readonly key: string; readonly similar: number[] }
  /** `name`: a name that programs give to errors and nobody owns; unknown unless a document holds its words. */
  | { readonly kind: 'none'; readonly name: CodeMention | undefined };

/** `answer` if the documents that it names speak of the rest of the query; else the number is none of the codes. */
export interface DoubtfulCode {
  readonly kind: 'doubtful';
  readonly mention: CodeMention;
  readonly answer: CodeAnswer;
}

/** Alipay's codes stand in its manual behind this, and on most screens without it. */
export const OMITTED = 'acq';

export function lookUpCode(plan: QueryPlan, table: CodeTable): CodeAnswer | DoubtfulCode {
  const whole = codeKey(plan.query);
  if (/[\u4e00-\u9fff]/.test(whole)) {
    const owners = table.owners(whole);
    if (owners.length > 0) return answer(whole, owners, owners, table);
  }
  const mentions = findCodeMentions(plan.query, plan.said);
  const known = mentions
    .filter((mention) => ownersOf(mention.key, plan.channel, table).length > 0)
    .filter(isMeant);
  const best = strongest(known);
  if (best !== undefined) {
    const owners = ownersOf(best.key, plan.channel, table);
    const answer = decideChannel(best.key, owners, plan.channel, table);
    return best.doubtful ? { kind: 'doubtful', mention: best, answer } : answer;
  }
  const unknown = strongest(mentions.filter(asksForCode));
  // Articles that are not about codes leave none unknown: 错误:1. is a heading there.
  if (unknown !== undefined && table.completions('', 1).length > 0) return unknownCode(unknown.key, table);
  const slip = table.slip(mentions.map(({ key }) => key));
  if (slip !== undefined) return { kind: 'slip', ...slip };
  return { kind: 'none', name: mentions.find((mention) => isIdentifier(plan.query, mention)) };
}

export function unknownCode(key: string, table: CodeTable): Extract<CodeAnswer, { kind: 'unknown' }> {
  return { kind: 'unknown', key, similar: table.similar(key, [], []) };
}

/** Letters alone may be a word: short ones must stand alone or be marked as a code. */
function isMeant({ key, start, end, alone, marked }: CodeMention): boolean {
  // `bankcard balance not enough` does not mean NOTENOUGH.
  if (!alone && /^[a-z]+$/.test(key) && end - start > key.length + (marked === 0 ? 0 : 4)) return false;
  return alone || marked === 2 || /\d/.test(key) || key.length >= 5 || (marked === 1 && key.length >= 2);
}

function strongest(mentions: readonly CodeMention[]): CodeMention | undefined {
  const strength = ({ key, marked, alone }: CodeMention) =>
    (alone ? 16 : 0) +
    4 * marked +
    (/\d/.test(key) || key.length >= 5 ? 8 : 0) +
    Math.min(key.length, 30) / 32;
  let best: CodeMention | undefined;
  for (const mention of mentions)
    if (best === undefined || strength(mention) > strength(best)) best = mention;
  return best;
}

function ownersOf(key: string, hint: ChannelHint | undefined, table: CodeTable): number[] {
  const owners = table.owners(key);
  if (key.length < 4 || !/^[a-z]+$/.test(key) || key.startsWith(OMITTED)) return owners;
  const asked =
    hint === undefined ? undefined : owners.filter((owner) => hint.channels.includes(table.channelOf(owner)));
  return owners.length === 0 || asked?.length === 0 ? [...owners, ...table.owners(OMITTED + key)] : owners;
}

function decideChannel(
  key: string,
  owners: number[],
  hint: ChannelHint | undefined,
  table: CodeTable,
): CodeAnswer {
  if (hint === undefined) return answer(key, owners, owners, table);
  const asked = owners.filter((owner) => hint.channels.includes(table.channelOf(owner)));
  if (asked.length > 0) return answer(key, asked, owners, table);
  // 微信 91, but only the card host has a 91: another payer's meaning would be a wrong answer.
  if (hint.narrow) return { kind: 'unknown', key, similar: table.similar(key, [], owners) };
  return { ...answer(key, owners, owners, table), ask: true };
}

function answer(
  key: string,
  owners: readonly number[],
  all: readonly number[],
  table: CodeTable,
): Extract<CodeAnswer, { kind: 'exact' }> {
  const sorted = inOrder(owners, table);
  const kinds = new Set(sorted.map((owner) => kindOfChannel(table.channelOf(owner))));
  const similar = table.similar(key, owners, all);
  return { kind: 'exact', key, owners: sorted, similar, ask: kinds.has('card') && kinds.has('qr') };
}

/** As a merchant is likely to mean them. */
export function inOrder(owners: readonly number[], table: CodeTable): number[] {
  const order = (owner: number) => orderOfChannel(table.channelOf(owner));
  return [...new Set(owners)].sort((a, b) => order(a) - order(b) || a - b);
}
