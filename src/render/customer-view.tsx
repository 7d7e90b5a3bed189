// The sentence for the customer, full screen, to be turned round. Nothing else is on it but a way back, and its button
// reaches over the whole screen: whoever has the phone leaves with a tap anywhere.

import type { ArticleId } from '../bundle/article.ts';
import { useApp } from './app-context.ts';
import { ICONS, Icon } from './icons.tsx';
import { ProblemView } from './problem-view.tsx';
import { useArticle } from './use-article.ts';
import { useWakeLock } from './use-wake-lock.ts';

const WITHOUT_SENTENCE = {
  chinese: '请稍等，我先查一下这笔有没有成功。',
  english: 'One moment please. I am checking this payment first.',
};

export function CustomerView({ id }: { id: ArticleId }) {
  const { navigation } = useApp();
  const state = useArticle(id);
  useWakeLock();
  if (state.kind === 'opening') return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'unavailable') return <ProblemView problem={state.problem} />;
  const sentence = (state.kind === 'open' ? state.article.customer : null) ?? WITHOUT_SENTENCE;
  return (
    <main class="customer">
      <div>
        <h1 class="chinese">{sentence.chinese}</h1>
        {sentence.english !== '' && (
          <p class="english" lang="en">
            {sentence.english}
          </p>
        )}
      </div>
      <button type="button" class="button quiet anywhere" onClick={() => navigation.back()}>
        <Icon path={ICONS.back} />
        返回
      </button>
    </main>
  );
}
