// 柜台卡: the twelve codes that come most, to hang beside the terminal. What is seen is what is printed, only smaller.

import { useEffect, useState } from 'preact/hooks';
import { type Article, LINES, type Line, parseArticleId } from '../bundle/article.ts';
import type { DocumentSummary, Library } from '../load/library.ts';
import { cardDocuments } from './print-model.ts';
import { CardSheet, type Paper } from './print-sheet.tsx';
import { addressOf } from './route.ts';
import { LINE_WORDS } from './words.ts';

const PAPERS: readonly (readonly [Paper, string])[] = [
  ['a6', 'A6 小卡'],
  ['a4', 'A4 大张'],
];

export function PrintView({ library, list }: { library: Library; list: Line | 'all' }) {
  const [paper, setPaper] = useState<Paper>('a6');
  const articles = useArticles(library, list);
  return (
    <section class="print-view">
      <div class="print-options">
        <h1>打印柜台卡</h1>
        <nav class="print-lines" aria-label="哪种机器">
          {([...LINES, 'all'] as const).map((each) => (
            <a
              key={each}
              class="button quiet"
              aria-current={each === list ? 'page' : undefined}
              href={addressOf({ kind: 'print', list: each })}
            >
              {each === 'all' ? '通用' : LINE_WORDS[each]}
            </a>
          ))}
        </nav>
        <fieldset class="papers">
          <legend class="note">纸张</legend>
          {PAPERS.map(([each, words]) => (
            <label key={each}>
              <input type="radio" name="paper" checked={paper === each} onChange={() => setPaper(each)} />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" class="button" disabled={articles === undefined} onClick={() => window.print()}>
          打印，或存成 PDF
        </button>
        <p class="note">手机打不了，可以存成 PDF，发到打印店。下面是缩小的样子。</p>
      </div>
      {articles === undefined ? (
        <div class="waiting" aria-busy="true" />
      ) : (
        <CardSheet articles={articles} list={list} paper={paper} />
      )}
    </section>
  );
}

/** Those of the card, all at once: half a card must not be printed. */
function useArticles(library: Library, list: Line | 'all'): readonly Article[] | undefined {
  const [loaded, setLoaded] = useState<{ list: Line | 'all'; articles: readonly Article[] }>();
  useEffect(() => {
    let current = true;
    void openAll(library, cardDocuments(library.documents(), list)).then((articles) => {
      if (current) setLoaded({ list, articles });
    });
    return () => {
      current = false;
    };
  }, [library, list]);
  return loaded?.list === list ? loaded.articles : undefined;
}

async function openAll(library: Library, documents: readonly DocumentSummary[]): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for (const { id } of documents) {
    const parsed = parseArticleId(id);
    const result = parsed === undefined ? undefined : await library.article(parsed);
    if (result?.ok && result.value !== undefined) articles.push(result.value);
  }
  return articles;
}
