import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import { type Article, parseArticleId } from '../bundle/article.ts';
import { encodeArticles } from '../bundle/article-codec.ts';
import type { ContentProblem } from '../compile/content-problem.ts';
import type { BundleParts } from './bundle-files.ts';

// Stand-in until the compiler and the index builder are there: titles only, no index.
export async function compileBundle(
  content: string,
  _today: string,
): Promise<Result<BundleParts, readonly ContentProblem[]>> {
  const names = (await readdir(content, { recursive: true })).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3)).sort().map((name) => `${name}.md`);
  const articles: Article[] = [];
  for (const name of names) {
    const id = parseArticleId(name.slice(0, -3));
    if (id === undefined) continue;
    const title = /^title: *(.*)$/m.exec(await readFile(join(content, name), 'utf8'))?.[1] ?? name;
    articles.push({
      id,
      kind: 'guide',
      title,
      summary: '',
      codes: [],
      aliases: [],
      channel: null,
      verdict: null,
      customer: null,
      lines: [],
      agreement: null,
      sources: [],
      reviewed: '',
      expires: '',
      related: [],
      body: [],
      triage: null,
    });
  }
  const first = articles[0]?.id;
  return ok({
    analyzer: 'none',
    reviewed: '',
    articles: articles.length,
    lookup: [new TextEncoder().encode(names.join('\n'))],
    body: [],
    articleFiles: first === undefined ? [] : [{ first, bytes: encodeArticles(articles), frequency: 1 }],
  });
}
