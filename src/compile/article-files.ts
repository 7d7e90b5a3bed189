// Articles in files, so that editing one among ten thousand changes one file, and inserting one moves few boundaries: where
// a file begins is decided by the article that begins it and not by how many came before.

import type { Article, ArticleId } from '../bundle/article.ts';
import { encodeArticles } from '../bundle/article-codec.ts';

/** Bytes before compression. The maximum holds for every file of more than one article. */
const MAXIMUM = 96_000;
/** What a file would grow to on average without the maximum. */
const TARGET = 64_000;
/** No boundary this soon after the last: a file of a few articles compresses badly. */
const MINIMUM = 32_000;

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
  return hashOf(id) / 2 ** 32 < length / TARGET;
}

/** FNV-1a with the finalizer of MurmurHash3: ids differ in their last characters, and every bit must depend on them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
