// One article for a view: at once where its file is open, else as soon as it has been read.

import { useEffect, useState } from 'preact/hooks';
import type { Article, ArticleId } from '../bundle/article.ts';
import type { LoadProblem } from '../load/library.ts';
import { useApp, useLibrary, useReadable } from './app-context.ts';

export type ArticleState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly article: Article }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly problem: LoadProblem };

export function useArticle(id: ArticleId): ArticleState {
  const library = useLibrary();
  const libraryState = useReadable(useApp().library);
  const [loaded, setLoaded] = useState<{ id: ArticleId; state: ArticleState }>();
  const opened = library?.openedArticle(id);
  useEffect(() => {
    if (library === undefined || opened !== undefined) return;
    let current = true;
    library.article(id).then((result) => {
      if (!current) return;
      if (!result.ok) setLoaded({ id, state: { kind: 'unavailable', problem: result.problem } });
      else if (result.value === undefined) setLoaded({ id, state: { kind: 'absent' } });
      else setLoaded({ id, state: { kind: 'open', article: result.value } });
    });
    return () => {
      current = false;
    };
  }, [library, id, opened]);
  if (opened !== undefined) return { kind: 'open', article: opened };
  if (loaded?.id === id) return loaded.state;
  if (libraryState.kind === 'unavailable') return { kind: 'unavailable', problem: libraryState.problem };
  return { kind: 'opening' };
}
