// The sentence for the customer, full screen, to be turned round. Nothing else is on it but a way back.

import type { ArticleId } from '../bundle/article.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { ProblemView } from './problem-view.tsx';
import { useArticle } from './use-article.ts';

export function CustomerView({ id }: { id: ArticleId }) {
  const { navigation } = useApp();
  const state = useArticle(id);
  if (state.kind === 'opening') return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'unavailable') return <ProblemView problem={state.problem} />;
  const sentence = state.kind === 'open' ? state.article.customer : null;
  return (
    <section class="customer">
      <div>
        <p class="chinese">{sentence?.chinese ?? '请稍等，我先查一下这笔有没有成功。'}</p>
        <p class="english" lang="en">
          {sentence === null ? 'One moment please. I am checking this payment first.' : sentence.english}
        </p>
      </div>
      <button type="button" class="button quiet" onClick={() => navigation.back()}>
        <Icon name="back" />
        返回
      </button>
    </section>
  );
}
