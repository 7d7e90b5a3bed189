// 没查到的: shown, handed on by the merchant's own choice, cleared. Never sent.

import { useState } from 'preact/hooks';
import type { Journal } from '../journal/journal.ts';
import { deleteMisses, type Miss, type MissKind, misses } from '../journal/misses.ts';
import { addressOf, articleAddress } from './route.ts';
import { CopyButton } from './share-copy.tsx';

const KIND_WORDS: Record<MissKind, string> = {
  'nothing-found': '没有找到',
  'unknown-code': '手册没有这个码',
  unsolved: '没解决',
};

/** Rows shown at once. */
const SHOWN = 20;

export function MissesSection({ journal }: { journal: Journal }) {
  const [open, setOpen] = useState(false);
  const all = misses(journal);
  if (all.length === 0) return null;
  const shown = open ? all : all.slice(0, SHOWN);
  return (
    <section aria-label="没查到的">
      <h2>没查到的</h2>
      <ul class="rows" aria-label="没查到的">
        {shown.map((miss) => (
          <MissRow key={`${miss.at}${miss.query}${miss.articleId}`} miss={miss} />
        ))}
      </ul>
      {shown.length < all.length && (
        <button type="button" class="text-button" onClick={() => setOpen(true)}>
          全部 {all.length} 条
        </button>
      )}
      <div class="actions">
        <CopyButton text={missesText(all)} words="复制这些" />
        <button type="button" class="button quiet" onClick={() => void deleteMisses(journal)}>
          清掉这些
        </button>
      </div>
      <p class="note">复制以后可以发给写手册的人，下一版补上。不想给就不用管。</p>
    </section>
  );
}

function MissRow({ miss }: { miss: Miss }) {
  const { kind, query, articleId } = miss;
  const href = articleId === null ? addressOf({ kind: 'home', query }) : articleAddress(articleId);
  return (
    <li>
      <a class="row" href={href}>
        <span class="grow">
          {query === '' ? articleId : query}
          <small>
            {KIND_WORDS[kind]} · {dayWords(miss.at)}
          </small>
        </span>
      </a>
    </li>
  );
}

/** One line each, tabs between: it pastes into a chat and into a table alike. */
export function missesText(all: readonly Miss[]): string {
  return all
    .map(({ kind, query, articleId, at }) =>
      [dayWords(at), KIND_WORDS[kind], query, articleId ?? ''].join('\t').trim(),
    )
    .join('\n');
}

function dayWords(at: number): string {
  const date = new Date(at);
  return `${date.getMonth() + 1}月${date.getDate()}日`;
}
