// Compiled content → what the builder of the index takes: plain fields, and the language knowledge it needs.

import type { Article } from '../bundle/article.ts';
import { articleHeadings, articleText } from '../bundle/article-text.ts';
import type { IndexInput } from '../index/index-files.ts';
import type { IndexedDocument } from '../index/indexed-document.ts';
import type { CompiledContent } from './compile-content.ts';
import { readingsOf, readPinyin, variantsOf } from './linguistics.ts';

/** Documents in the order of the articles: ascending by id. */
export function toIndexInput(content: CompiledContent): IndexInput {
  const documents = content.articles.map((article) =>
    documentOf(article, content.frequency.get(article.id) ?? 0),
  );
  return {
    documents,
    synonyms: content.synonyms,
    readPinyin,
    readingsOf,
    variants: variantsOf(textsOf(documents)),
  };
}

function documentOf(article: Article, frequency: number): IndexedDocument {
  const { id, kind, title, codes, aliases, channel, verdict, lines } = article;
  return {
    id,
    kind,
    title,
    codes,
    aliases,
    channel: channel ?? '',
    money: verdict?.money ?? '',
    retry: verdict?.retry ?? '',
    lines,
    headings: articleHeadings(article),
    body: articleText(article),
    frequency,
  };
}

function* textsOf(documents: readonly IndexedDocument[]): Iterable<string> {
  for (const { title, codes, aliases, headings, body } of documents) {
    yield title;
    yield* codes;
    yield* aliases;
    yield* headings;
    yield body;
  }
}
