// An article as compiled: what the build writes and the page draws. Typed nodes, never an HTML string, so that the page
// has nothing to sanitise and device blocks and triage steps are nodes like any other.

import type { Brand } from '../base/brand.ts';

/** The path under `content/` without `.md`, such as `codes/terminal/e3`; the address is `/#/<id>`. */
export type ArticleId = Brand<string, 'ArticleId'>;

const ARTICLE_ID = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?:\/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?){0,7}$/;

/** The one place that hands out ids: lower-case letters, digits and `- _ .` between slashes, at most 120 characters. */
export function parseArticleId(text: string): ArticleId | undefined {
  return text.length <= 120 && ARTICLE_ID.test(text) && !text.includes('..')
    ? (text as ArticleId)
    : undefined;
}

export type ArticleKind = 'code' | 'product' | 'guide';

/** Who says the code. The order is the order of the screens and the number in the codecs: append, never reorder. */
export const CHANNELS = ['unionpay', 'terminal', 'ums', 'gateway', 'upi', 'wechat', 'alipay'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The product lines of terminals: 电签, 传统, 智能. Append, never reorder. */
export const LINES = ['dianqian', 'chuantong', 'zhineng'] as const;
export type Line = (typeof LINES)[number];

/** Was the customer charged? 已扣款, 未扣款, 状态不明, 不涉及. Append, never reorder. */
export const MONEY = ['charged', 'not-charged', 'uncertain', 'not-applicable'] as const;
export type Money = (typeof MONEY)[number];

/** May the card be run again? 可以再刷, 先查后刷, 先别刷. Append, never reorder. */
export const RETRY = ['yes', 'check-first', 'no'] as const;
export type Retry = (typeof RETRY)[number];

/** How far independent sources say the same: all, not all, or there is only one. Append, never reorder. */
export const AGREEMENT = ['agree', 'disagree', 'single'] as const;
export type Agreement = (typeof AGREEMENT)[number];

export interface Verdict {
  readonly money: Money;
  /** Why, one sentence. */
  readonly moneyReason: string;
  readonly retry: Retry;
  /** Why, or on what condition, one short sentence; empty where the verdict says it all. */
  readonly retryReason: string;
}

/** A sentence to say to the customer or to turn round and show. English is empty where the author gave none. */
export interface CustomerSentence {
  readonly chinese: string;
  readonly english: string;
}

export interface Source {
  /** The key in `content/sources.yaml`. */
  readonly id: string;
  readonly title: string;
  /** An https address on the allow-list; empty where the source must not or cannot be linked. */
  readonly link: string;
}

export interface Article {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  readonly title: string;
  /** One sentence; empty where the author gave none. */
  readonly summary: string;
  /** As the screen shows them; empty for guides and products. */
  readonly codes: readonly string[];
  readonly aliases: readonly string[];
  readonly channel: Channel | null;
  readonly verdict: Verdict | null;
  readonly customer: CustomerSentence | null;
  /** The lines it applies to; empty means all. */
  readonly lines: readonly Line[];
  readonly agreement: Agreement | null;
  readonly sources: readonly Source[];
  /** `YYYY-MM-DD`; empty where the author gave none. */
  readonly reviewed: string;
  readonly expires: string;
  readonly related: readonly ArticleLink[];
  readonly body: readonly Block[];
  readonly triage: Triage | null;
}

export interface ArticleLink {
  readonly id: ArticleId;
  readonly title: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string; readonly slug: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  /** The ordered list under 现在怎么做: what to do now, ticked off one by one. */
  | { readonly kind: 'steps'; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly content: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'rule' }
  /** Text for one line of terminals only. */
  | { readonly kind: 'device'; readonly line: Line; readonly content: readonly Block[] };

export type TableCell = readonly Inline[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly content: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'article-link'; readonly id: ArticleId; readonly content: readonly Inline[] }
  /** To a host on the allow-list, shown with its host. */
  | { readonly kind: 'external-link'; readonly href: string; readonly content: readonly Inline[] }
  /** A reviewed number. */
  | { readonly kind: 'phone-link'; readonly number: string; readonly content: readonly Inline[] };

/** A graph of questions; step 0 is asked first. Every step can be reached, and from every step there is a way out. */
export interface Triage {
  readonly steps: readonly TriageStep[];
}

export interface TriageStep {
  readonly question: readonly Inline[];
  /** How to find the answer, device blocks included; often empty. */
  readonly note: readonly Block[];
  /** Seconds to wait before the question can be answered, 0 for none: taken from 等 60 秒 or 等 2 分钟 in the question. */
  readonly waitSeconds: number;
  readonly answers: readonly TriageAnswer[];
}

export interface TriageAnswer {
  readonly text: string;
  readonly target: TriageTarget;
}

export type TriageTarget =
  /** Index into `Triage.steps`. */
  | { readonly kind: 'step'; readonly step: number }
  /** The end: what to do with the goods and the customer. */
  | { readonly kind: 'done'; readonly outcome: string }
  | { readonly kind: 'article'; readonly id: ArticleId; readonly title: string };
