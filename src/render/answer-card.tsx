// The first hit, opened as an answer: code, meaning, both verdicts, the first step. Most questions need no tap.

import type { ComponentChildren } from 'preact';
import {
  type Article,
  type Block,
  type Inline,
  MONEY,
  parseArticleId,
  RETRY,
  type Verdict,
} from '../bundle/article.ts';
import type { DocumentSummary, Hit } from '../load/library.ts';
import { useLibrary } from './app-context.ts';
import { CodeText } from './code-text.tsx';
import { ICONS, Icon } from './icons.tsx';
import { MarkedText } from './marked-text.tsx';
import { addressOf, articleAddress } from './route.ts';
import { useArticle } from './use-article.ts';
import { Verdicts } from './verdicts.tsx';
import { channelWords } from './words.ts';

interface AnswerCardProps {
  readonly hit: Hit;
  /** Under the title: by which of its names it was found. */
  readonly children?: ComponentChildren;
}

export function AnswerCard(props: AnswerCardProps) {
  const id = parseArticleId(props.hit.document.id);
  return id === undefined ? null : <OpenAnswerCard {...props} id={id} />;
}

function OpenAnswerCard({ hit, id, children }: AnswerCardProps & { readonly id: Article['id'] }) {
  useLibrary();
  const state = useArticle(id);
  const article = state.kind === 'open' ? state.article : undefined;
  const verdict = verdictOf(hit.document);
  const step = article === undefined ? undefined : firstStep(article.body);
  return (
    <div class="answer">
      <a class="answer-head" href={articleAddress(id)}>
        {hit.code !== '' && (
          <span class="codes">
            <CodeText code={hit.code} size="card" />
            <span class="tag">{channelWords(hit.document.channel)}</span>
          </span>
        )}
        <span class="answer-title">
          <MarkedText text={hit.document.title} ranges={hit.titleRanges} />
          <Icon path={ICONS.next} />
        </span>
        {children}
      </a>
      {verdict !== undefined && <Verdicts verdict={verdict} channel={hit.document.channel} brief />}
      {article !== undefined && <p>{article.verdict?.moneyReason ?? article.summary}</p>}
      {step !== undefined && (
        <p class="first-step">
          <b>先做这一步</b>
          {step}
        </p>
      )}
      {article !== undefined && (
        <div class="actions">
          {article.triage !== null && (
            <a class="button" href={addressOf({ kind: 'triage', id })}>
              一步一步排查
            </a>
          )}
          {article.customer !== null && (
            <a class="button quiet" href={addressOf({ kind: 'customer', id })}>
              给顾客看
            </a>
          )}
        </div>
      )}
    </div>
  );
}

/** The index holds the verdicts, so that they are there before the article has been read. */
function verdictOf({ money, retry }: DocumentSummary): Verdict | undefined {
  const knownMoney = MONEY.find((word) => word === money);
  const knownRetry = RETRY.find((word) => word === retry);
  if (knownMoney === undefined || knownRetry === undefined) return undefined;
  return { money: knownMoney, moneyReason: '', retry: knownRetry, retryReason: '' };
}

function firstStep(body: readonly Block[]): string | undefined {
  for (const block of body) {
    if (block.kind === 'steps') {
      const first = block.items[0]?.[0];
      return first?.kind === 'paragraph' ? plainText(first.content) : undefined;
    }
  }
  return undefined;
}

function plainText(content: readonly Inline[]): string {
  return content
    .map((node) => ('text' in node ? node.text : 'content' in node ? plainText(node.content) : ' '))
    .join('');
}
