// One article as text, to be sent or read out: what it is, both verdicts, the steps, the link. Pure.

import type { Article, Block } from '../bundle/article.ts';
import { blockTexts } from '../bundle/article-text.ts';
import type { MyLine } from '../journal/my-line.ts';
import { chineseDate } from './more-words.ts';
import { LINE_WORDS, MONEY_WORDS, retryQuestion, retryWords } from './words.ts';

/** `address` is the absolute link. Device blocks of other lines are left out. */
export function shareText(article: Article, line: MyLine, address: string): string {
  const { codes, title, summary, verdict, channel } = article;
  const parts = [[codes.join('、'), title].filter((part) => part !== '').join(' '), summary];
  if (verdict !== null) {
    const retry = retryWords(verdict.retry, channel ?? '');
    const question = retryQuestion(channel ?? '');
    parts.push(`顾客的钱：${MONEY_WORDS[verdict.money]}。${verdict.moneyReason}`);
    parts.push(`${question}：${retry}。${verdict.retryReason}`);
  }
  parts.push(...stepTexts(article.body), ...deviceTexts(article.body, line));
  const reviewed = article.reviewed === '' ? '' : `，${chineseDate(article.reviewed)}复核`;
  parts.push(`POS 故障速查${reviewed}`, address);
  return parts.filter((part) => part !== '').join('\n');
}

function stepTexts(body: readonly Block[]): string[] {
  const steps = body.flatMap((block) => (block.kind === 'steps' ? block.items : []));
  if (steps.length === 0) return [];
  return ['现在怎么做：', ...steps.map((item, i) => `${i + 1}. ${blockTexts(item).join(' ')}`)];
}

function deviceTexts(body: readonly Block[], line: MyLine): string[] {
  return body.flatMap((block) =>
    block.kind === 'device' && (line === 'unset' || line === block.line)
      ? [`${LINE_WORDS[block.line]} POS：${blockTexts(block.content).join(' ')}`]
      : [],
  );
}
