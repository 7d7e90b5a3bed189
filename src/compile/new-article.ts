// The text of a new code article. What only an author can know is left empty on purpose: the check then says, key by
// key, what is missing. Nothing in it can pass for an answer.

import type { ArticleId, Channel } from '../bundle/article.ts';
import { parseArticleId } from '../bundle/article.ts';

/** The id for a code: lower case, everything that cannot be in an address as `-`. Undefined where nothing is left. */
export function articleIdOf(channel: Channel, code: string): ArticleId | undefined {
  const name = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return name === '' ? undefined : parseArticleId(`codes/${channel}/${name}`);
}

/** `reviewed` and `expires` are `YYYY-MM-DD`. */
export function newCodeArticle(code: string, reviewed: string, expires: string): string {
  return `---
title:
code: ${JSON.stringify(code)}
aliases: []
summary:
# charged 已扣款 · not-charged 未扣款 · uncertain 状态不明 · not-applicable 不涉及
money:
moneyReason:
# yes 可以再刷 (never with uncertain) · check-first 先查后刷 · no 先别刷
retry:
# must not reveal loss, theft, fraud or the balance
customer:
customerEnglish:
# agree · disagree · single
agreement:
# ids in sources.yaml
sources: []
reviewed: ${reviewed}
expires: ${expires}
related: []
---

## 现在怎么做

1. 

## 打给谁

## 什么意思
`;
}
