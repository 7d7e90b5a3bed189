// Under an article: record this payment, keep the page at hand, hand it on, say that it did not help.

import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../bundle/article.ts';
import { isFavourite, toggleFavourite } from '../journal/favourites.ts';
import { addMiss } from '../journal/misses.ts';
import { addRecent } from '../journal/recent.ts';
import { CaseButton } from './case-button.tsx';
import { Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { isAboutNetwork, NetworkCheck } from './network-check.tsx';
import { addressOf, articleAddress } from './route.ts';
import { SharePanel } from './share-panel.tsx';
import { useJournal } from './use-journal.ts';

export function ArticleTools({ article }: { article: Article }) {
  return <Tools key={article.id} article={article} />;
}

function Tools({ article }: { article: Article }) {
  const journal = useJournal();
  const [sharing, setSharing] = useState(false);
  useEffect(() => {
    if (journal !== undefined) void addRecent(journal, article, Date.now());
  }, [journal, article]);
  const favourite = journal !== undefined && isFavourite(journal, article.id);
  return (
    <section class="tools" aria-label="这一页的工具">
      {isAboutNetwork(article.id) && <NetworkCheck />}
      <div class="actions">
        <CaseButton article={article} />
        {journal !== undefined && (
          <button
            type="button"
            class="button quiet"
            aria-pressed={favourite}
            onClick={() => void toggleFavourite(journal, article, Date.now())}
          >
            {favourite && <Icon path={MORE_ICONS.tick} />}
            {favourite ? '已收藏' : '收藏'}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-expanded={sharing}
          onClick={() => setSharing(!sharing)}
        >
          分享
        </button>
        <Unsolved article={article} />
      </div>
      {sharing && <SharePanel article={article} />}
    </section>
  );
}

function Unsolved({ article }: { article: Article }) {
  const journal = useJournal();
  const [state, setState] = useState<'idle' | 'saved' | 'unsaved'>('idle');
  if (journal === undefined) return null;
  if (state !== 'idle') {
    return (
      <p class="unsolved" role="status">
        {state === 'saved' ? '记下了，只存在这台手机，' : '未能保存，'}
        <a href={addressOf({ kind: 'mine' })}>在“我的”里看</a>。先
        <a href={articleAddress('guides/handover-to-support')}>找客服，要说这几样</a>。
      </p>
    );
  }
  const mark = async () => {
    const miss = { kind: 'unsolved', query: '', articleId: article.id, at: Date.now() } as const;
    setState((await addMiss(journal, miss)) ? 'saved' : 'unsaved');
  };
  return (
    <button type="button" class="button quiet" onClick={mark}>
      没解决
    </button>
  );
}
