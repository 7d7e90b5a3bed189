// The tolerant search, the bodies of the index and the reading of articles, for whoever loads them after the first answer. Apart from library.ts, so that
// the first script does not carry them.

import { parseArticleId } from '../bundle/article.ts';
import { openArticleFile } from '../bundle/article-codec.ts';
import { articleText } from '../bundle/article-text.ts';
import { addBody } from '../query/body-tier.ts';
import { phraseCheck } from '../query/phrase-check.ts';
import { tolerance } from '../query/tolerant-search.ts';
import type { Library } from './library.ts';

export function attachParts(library: Library): void {
  const textOf = (id: string) => {
    const articleId = parseArticleId(id);
    const article = articleId && library.openedArticle(articleId);
    return article && articleText(article);
  };
  library.engine.lackingPhrase = phraseCheck(library.engine, textOf);
  library.attach({ addBody, tolerance, openArticleFile });
}
