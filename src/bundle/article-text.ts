// The one text of an article that the index is built from and that excerpts are cut from. Both must see the same
// characters, or an excerpt would point beside the words that were found. Headings are a field of their own.

import { unreachable } from '../base/result.ts';
import type { Article, Block, Inline, Triage } from './article.ts';

/**
 * Everything that is read, in reading order, parts separated by newlines: summary, reasons of the verdicts, the
 * customer's sentence in Chinese, the body without its headings, the triage. Neither title nor codes nor sources.
 */
export function articleText(article: Article): string {
  const { summary, verdict, customer, body, triage } = article;
  return [
    summary,
    verdict?.moneyReason ?? '',
    verdict?.retryReason ?? '',
    customer?.chinese ?? '',
    ...blockTexts(body),
    ...(triage === null ? [] : triageTexts(triage)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** In reading order, those inside device blocks and lists included. */
export function articleHeadings(article: Article): string[] {
  return headingsOf(article.body);
}

/** Inline nodes as plain text, a line break as a newline. */
export function inlineText(content: readonly Inline[]): string {
  return content.map(textOf).join('');
}

function textOf(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
    case 'article-link':
    case 'external-link':
    case 'phone-link':
      return inlineText(node.content);
    default:
      return unreachable(node);
  }
}

/** One text a paragraph, table row or block of code; headings and rules give none. */
export function blockTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [inlineText(block.content)];
      case 'code':
        return [block.text];
      case 'list':
      case 'steps':
        return block.items.flatMap(blockTexts);
      case 'quote':
      case 'device':
        return blockTexts(block.content);
      case 'table':
        return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' '));
      case 'heading':
      case 'rule':
        return [];
      default:
        return unreachable(block);
    }
  });
}

function headingsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'quote' || block.kind === 'device') return headingsOf(block.content);
    if (block.kind === 'list' || block.kind === 'steps') return block.items.flatMap(headingsOf);
    return [];
  });
}

function triageTexts(triage: Triage): string[] {
  return triage.steps.flatMap((step) => [
    inlineText(step.question),
    ...blockTexts(step.note),
    ...step.answers.map(({ text, target }) => {
      if (target.kind === 'step') return text;
      return `${text} ${target.kind === 'done' ? target.outcome : target.title}`;
    }),
  ]);
}
