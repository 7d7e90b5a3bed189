// One article. The first screen answers in a fixed order: what it is, was the customer charged, may the card be run
// again, what to do now. Where it comes from stands at the end.

import { useEffect } from 'preact/hooks';
import type { Article, ArticleId, Block } from '../bundle/article.ts';
import { useMyLine, useReadable } from './app-context.ts';
import { Blocks } from './blocks.tsx';
import { CodeText } from './code-text.tsx';
import { ICONS, Icon } from './icons.tsx';
import { LineChooser } from './line-chooser.tsx';
import { AGREEMENT_WORDS, chineseDate } from './more-words.ts';
import { ProblemView } from './problem-view.tsx';
import { addressOf, articleAddress } from './route.ts';
import { secondScript } from './second-script.ts';
import { StepList } from './step-list.tsx';
import { useArticle } from './use-article.ts';
import { Verdicts } from './verdicts.tsx';
import { channelWords, LINE_WORDS } from './words.ts';

export function ArticleView({ id }: { id: ArticleId }) {
  const state = useArticle(id);
  switch (state.kind) {
    case 'opening':
      return <div class="waiting" aria-busy="true" />;
    case 'absent':
      return <AbsentArticle id={id} />;
    case 'unavailable':
      return <ProblemView problem={state.problem} />;
    case 'open':
      return <OpenArticle article={state.article} />;
  }
}

function OpenArticle({ article }: { article: Article }) {
  useTitle(`${article.codes[0] ?? ''} ${article.title}`.trim());
  const line = useMyLine();
  const second = useReadable(secondScript);
  const { now, rest } = splitAtSteps(article.body);
  const channel = article.channel ?? '';
  const hasDeviceBlocks = article.body.some((block) => block.kind === 'device');
  return (
    <article class="article">
      <header>
        {article.codes.length > 0 && (
          <p class="codes">
            {article.codes.map((code) => (
              <CodeText key={code} code={code} size="page" />
            ))}
            <span class="tag">{channelWords(channel)}</span>
          </p>
        )}
        <h1>{article.title}</h1>
        {article.summary !== '' && <p class="summary">{article.summary}</p>}
      </header>
      {article.verdict !== null && <Verdicts verdict={article.verdict} channel={channel} />}
      {(article.triage !== null || article.customer !== null) && (
        <div class="actions">
          {article.triage !== null && (
            <a class="button" href={addressOf({ kind: 'triage', id: article.id })}>
              一步一步排查
            </a>
          )}
          {article.customer !== null && (
            <a class="button quiet" href={addressOf({ kind: 'customer', id: article.id })}>
              给顾客看
            </a>
          )}
        </div>
      )}
      {now.map((block, i) =>
        block.kind === 'steps' ? (
          <StepList key={i} id={article.id} items={block.items} line={line} />
        ) : (
          <Blocks key={i} blocks={[block]} line={line} />
        ),
      )}
      {hasDeviceBlocks && <LineChooser />}
      {second !== undefined && <second.ArticleTools article={article} />}
      <div class="prose">
        <Blocks blocks={rest} line={line} />
      </div>
      <Related article={article} />
      <Provenance article={article} />
    </article>
  );
}

/** For the history, the task switcher and screen readers, as long as the article is shown. */
function useTitle(title: string): void {
  useEffect(() => {
    const general = document.title;
    document.title = `${title} · ${general}`;
    return () => {
      document.title = general;
    };
  }, [title]);
}

const STEPS_HEADING = '现在怎么做';

/** The section of steps with its device blocks, and everything else in its order. */
function splitAtSteps(body: readonly Block[]): { now: readonly Block[]; rest: readonly Block[] } {
  const start = body.findIndex((block) => block.kind === 'heading' && block.text === STEPS_HEADING);
  if (start < 0) return { now: [], rest: body };
  const next = body.findIndex((block, i) => i > start && block.kind === 'heading' && block.level === 2);
  const end = next < 0 ? body.length : next;
  return { now: body.slice(start, end), rest: [...body.slice(0, start), ...body.slice(end)] };
}

function Related({ article }: { article: Article }) {
  if (article.related.length === 0) return null;
  return (
    <nav aria-label="相关">
      <h2>相关</h2>
      <ul class="rows">
        {article.related.map((link) => (
          <li key={link.id}>
            <a class="row" href={articleAddress(link.id)}>
              <span class="grow">{link.title}</span>
              <Icon path={ICONS.next} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Provenance({ article }: { article: Article }) {
  if (article.sources.length === 0 && article.reviewed === '') return null;
  return (
    <footer class="provenance">
      <h2>来源与复核</h2>
      <p>
        {article.agreement !== null && <b>{AGREEMENT_WORDS[article.agreement]}</b>}
        {article.sources.length > 0 && ` 共${article.sources.length}份来源`}
        {article.reviewed !== '' && ` · ${chineseDate(article.reviewed)}复核`}
        {article.expires !== '' && ` · ${chineseDate(article.expires)}前有效`}
      </p>
      {article.lines.length > 0 && (
        <p>适用：{article.lines.map((line) => `${LINE_WORDS[line]} POS`).join('、')}</p>
      )}
      <details>
        <summary>看来源</summary>
        <ol>
          {article.sources.map((source) => (
            <li key={source.id}>
              {source.link === '' ? (
                source.title
              ) : (
                <a href={source.link} rel="noopener noreferrer" target="_blank">
                  {source.title}({new URL(source.link).host})
                </a>
              )}
            </li>
          ))}
        </ol>
      </details>
    </footer>
  );
}

function AbsentArticle({ id }: { id: ArticleId }) {
  return (
    <section class="card">
      <h1>没有这一页</h1>
      <p>
        手册里找不到<code>{id}</code>，可能是旧链接。先按安全步骤做，或者在下面重新查。
      </p>
      <a class="button" href={articleAddress('guides/unknown-code')}>
        按安全步骤做
      </a>
    </section>
  );
}
