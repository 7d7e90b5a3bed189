// One practice: find the page with the real search, read it and decide, go through its real questions.

import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../bundle/article.ts';
import type { DrillPart } from '../journal/drill.ts';
import type { Library } from '../load/library.ts';
import { DrillDecide, DrillTriage } from './drill-parts.tsx';
import { hasTriage, type Scenario, screenOf } from './drill-scenarios.ts';
import { DrillSearch } from './drill-search.tsx';
import { ICONS, Icon } from './icons.tsx';

const PART_WORDS: Record<DrillPart['part'], string> = {
  search: '查到',
  article: '看懂',
  triage: '排查走完',
};
const PARTS = ['search', 'article', 'triage'] as const;

interface DrillRunProps {
  readonly scenario: Scenario;
  readonly library: Library;
  readonly onEnd: (parts: readonly DrillPart[]) => void;
  readonly onLeave: () => void;
}

export function DrillRun({ scenario, library, onEnd, onLeave }: DrillRunProps) {
  const [parts, setParts] = useState<readonly DrillPart[]>([]);
  const [article, setArticle] = useState<Article>();
  useEffect(() => {
    void library.article(scenario.article).then((read) => {
      if (read.ok && read.value !== undefined) setArticle(read.value);
    });
  }, [library, scenario]);
  useEffect(() => window.scrollTo(0, 0), [parts.length]);
  const part = PARTS[parts.length];
  const done = (passed: boolean) => {
    if (part !== undefined) setParts([...parts, { part, passed }]);
  };
  return (
    <section class="drill" aria-label={`练习：${scenario.title}`}>
      <p class="note">练习 · {part === undefined ? '结果' : `第 ${parts.length + 1} 步，共 3 步`}</p>
      {part !== undefined && <Terminal screen={screenOf(scenario, library)} story={scenario.story} />}
      {part === 'search' && <DrillSearch scenario={scenario} library={library} onDone={done} />}
      {part === 'article' && article !== undefined && (
        <DrillDecide scenario={scenario} article={article} onDone={done} />
      )}
      {part === 'triage' && article !== undefined && hasTriage(article) && (
        <DrillTriage scenario={scenario} article={article} onDone={done} />
      )}
      {part === undefined && <Outcome parts={parts} onEnd={() => onEnd(parts)} />}
      {part !== undefined && (
        <div class="actions">
          {part === 'triage' && article !== undefined && !hasTriage(article) && (
            <button type="button" class="button" onClick={() => done(false)}>
              这一页没有排查，继续
            </button>
          )}
          <button type="button" class="button quiet" onClick={onLeave}>
            不练了
          </button>
        </div>
      )}
    </section>
  );
}

/** What the practice pretends to see. */
function Terminal({ screen, story }: { screen: string; story: string }) {
  return (
    <figure class="terminal">
      <p class="screen-text">{screen === '' ? '（屏幕上没有码）' : screen}</p>
      <figcaption>{story}</figcaption>
    </figure>
  );
}

function Outcome({ parts, onEnd }: { parts: readonly DrillPart[]; onEnd: () => void }) {
  const all = parts.every(({ passed }) => passed);
  return (
    <div class="card outcome" role="status">
      <h1>{all ? '都做对了' : '练完了，有的还要再练'}</h1>
      <ul class="drill-parts">
        {parts.map(({ part, passed }) => (
          <li key={part} class={passed ? 'ok' : 'ask'}>
            <Icon path={passed ? ICONS.check : ICONS.question} />
            {PART_WORDS[part]}：{passed ? '对' : '再练一次'}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onEnd}>
        记下，回到练习
      </button>
    </div>
  );
}
