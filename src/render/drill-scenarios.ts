// Three failures to practise on: a known code, a code that nobody knows, and no code at all. Pure.

import { type Article, type ArticleId, parseArticleId } from '../bundle/article.ts';
import type { Library } from '../load/library.ts';

export interface Scenario {
  /** Kept with the result. */
  readonly name: string;
  readonly title: string;
  /** What the terminal shows; `unknown` stands for a code that the handbook does not have. */
  readonly screen: string | 'unknown';
  readonly story: string;
  /** What to type, for who is stuck. */
  readonly hint: string;
  readonly article: ArticleId;
  /** What is so in this practice, for the questions of the triage. */
  readonly facts: string;
  readonly question: string;
  readonly choices: readonly string[];
  /** Index into `choices`. */
  readonly right: number;
  readonly why: string;
}

type Draft = Omit<Scenario, 'article'> & { readonly article: string };

const DRAFTS: readonly Draft[] = [
  {
    name: 'known-code',
    title: '机器跳出一个码',
    screen: 'E3',
    story: '顾客输完密码，机器停住，屏幕上只有这个码。',
    hint: '在下面输入 e3',
    article: 'codes/terminal/e3',
    facts: '演习里：是输完密码以后出来的；机器、后台、顾客账单里都没有这一笔。',
    question: '顾客催你：“再刷一次吧。”怎么办？',
    choices: ['马上再刷', '先查这一笔，再说', '让顾客付现金'],
    right: 1,
    why: '状态不明：可能已经扣了。先查，几处都没有这一笔，才再刷一次。',
  },
  {
    name: 'unknown-code',
    title: '谁也没见过的码',
    screen: 'unknown',
    story: '刷完卡，机器跳出这个码，旁边没有中文。',
    hint: '把屏幕上的码原样输进去',
    article: 'guides/unknown-code',
    facts: '演习里：已经刷了卡；机器和账单里都没有这一笔；客服的电话打不通。',
    question: '手册里没有这个码，有个长得像的。照那个做吗？',
    choices: ['照长得像的做', '不照，按安全步骤做', '随便试一次'],
    right: 1,
    why: '长得像的是另一个码。不认识的，一律当“可能已扣款”。',
  },
  {
    name: 'no-code',
    title: '没有码，顾客说扣了钱',
    screen: '',
    story: '机器没出小票，顾客给你看扣款短信。',
    hint: '在下面输入：扣了钱没出票',
    article: 'guides/charged-but-no-receipt',
    facts: '演习里：机器写着成功，小票补得出来。',
    question: '机器查到成功，只是没小票。还要再刷吗？',
    choices: ['再刷一次', '不刷，补小票、交货', '退款重来'],
    right: 1,
    why: '写着成功就是收到了。补一张小票，再刷就是收两次。',
  },
];

export const SCENARIOS: readonly Scenario[] = DRAFTS.flatMap((draft) => {
  const article = parseArticleId(draft.article);
  return article === undefined ? [] : [{ ...draft, article }];
});

const MADE_UP = ['E77', '7E9', 'K47', 'E907', 'Q7Z9'];

/** What the terminal of the practice shows: a made-up code is one that this very handbook does not know. */
export function screenOf(scenario: Scenario, library: Library): string {
  if (scenario.screen !== 'unknown') return scenario.screen;
  const isUnknown = (code: string) => library.search(code, { line: '', limit: 10 }).kind === 'unknown-code';
  return MADE_UP.find(isUnknown) ?? 'Q7Z9';
}

/** Whether it can be practised with this article: some content has no such page, or no questions on it. */
export function hasTriage(article: Article): boolean {
  return article.triage !== null && article.triage.steps.length > 0;
}
