// content/ → the parts of the bundle, by the compiler and the builder of the index.

import { ANALYZER } from '../analysis/analyzer.ts';
import { ok, type Result } from '../base/result.ts';
import { type EncodedArticleFile, encodeArticleFiles } from '../compile/article-files.ts';
import { type CompiledContent, compileContent } from '../compile/compile-content.ts';
import type { ContentProblem } from '../compile/content-problem.ts';
import { toIndexInput } from '../compile/index-input.ts';
import { buildIndex } from '../index/build-index.ts';
import type { ArticleFilePart, BundleParts } from './bundle-files.ts';

/** `today` is `YYYY-MM-DD`; it decides what has expired and nothing else. */
export async function compileBundle(
  content: string,
  today: string,
): Promise<Result<BundleParts, readonly ContentProblem[]>> {
  const compiled = await compileContent(content, { today, lint: false });
  if (!compiled.ok) return compiled;
  const { articles } = compiled.value;
  const { lookup, body } = buildIndex(toIndexInput(compiled.value));
  const reviewed = articles.reduce(
    (newest, article) => (article.reviewed > newest ? article.reviewed : newest),
    '',
  );
  const articleFiles = withFrequency(encodeArticleFiles(articles), compiled.value);
  return ok({ analyzer: ANALYZER, reviewed, articles: articles.length, lookup, body, articleFiles });
}

function withFrequency(
  files: readonly EncodedArticleFile[],
  { frequency }: CompiledContent,
): ArticleFilePart[] {
  return files.map((file, index) => {
    const end = files[index + 1]?.first;
    let sum = 0;
    for (const [id, value] of frequency)
      if (id >= file.first && (end === undefined || id < end)) sum += value;
    return { ...file, frequency: sum };
  });
}
