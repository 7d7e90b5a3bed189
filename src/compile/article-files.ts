// Articles in files, so that editing one among ten thousand changes one file, and inserting one moves few boundaries: where
// a file begins is decided by the article that begins it and not by how many came before.

import { crc32 } from '../base/sealed-bytes.ts';
import type { Article, ArticleId } from '../bundle/article.ts';
import { encodeArticles } from '../bundle/article-codec.ts';

/** Bytes before compression. The maximum holds for every file of more than one article. */
const MAXIMUM = 96_000;
/** What a file would grow to on average without the maximum. */
const TARGET = 64_000;
/** No boundary this soon after the last: a file of a few articles compresses badly. */
const MINIMUM = 16_000;

export interface EncodedArticleFile {
  /** The smallest id in the file. */
  readonly first: ArticleId;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `articles` ascending by id. */
export function encodeArticleFiles(articles: readonly Article[]): EncodedArticleFile[] {
  const files: EncodedArticleFile[] = [];
  let pending: Article[] = [];
  let size = 0;
  const flush = () => {
    const first = pending[0]?.id;
    if (first !== undefined) files.push({ first, bytes: encodeArticles(pending) });
    pending = [];
    size = 0;
  };
  for (const article of articles) {
    const length = encodeArticles([article]).length;
    if (size + length > MAXIMUM || (size >= MINIMUM && beginsFile(article.id, length))) flush();
    pending.push(article);
    size += length;
  }
  flush();
  return files;
}

/** True with probability length / TARGET, the same for the same id and length. */
function beginsFile(id: ArticleId, length: number): boolean {
  return crc32(new TextEncoder().encode(id)) / 2 ** 32 < length / TARGET;
}
