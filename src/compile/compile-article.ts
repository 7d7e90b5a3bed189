// Head and body of one file → an article as the page draws it.

import type { Article, ArticleLink, Source, Verdict } from '../bundle/article.ts';
import { parseArticleId } from '../bundle/article.ts';
import { compileBody } from './compile-body.ts';
import type { ProblemLog } from './content-problem.ts';
import type { ContentSettings } from './content-settings.ts';
import type { ArticleDraft } from './front-matter.ts';
import type { FrontMatter } from './front-matter-schema.ts';

export function compileArticle(
  draft: ArticleDraft,
  titles: ReadonlyMap<string, string>,
  settings: ContentSettings,
  log: ProblemLog,
): Article {
  const { id, kind, channel, head } = draft;
  const { body, triage } = compileBody(draft, titles, settings.policy, log);
  return {
    id,
    kind,
    title: head.title,
    summary: head.summary ?? '',
    codes: codesOf(head),
    aliases: [...new Set(head.aliases)],
    channel,
    verdict: verdictOf(head),
    customer:
      head.customer === undefined ? null : { chinese: head.customer, english: head.customerEnglish ?? '' },
    lines: [...new Set(head.products)],
    agreement: head.agreement ?? null,
    sources: sourcesOf(head, settings),
    reviewed: head.reviewed ?? '',
    expires: head.expires ?? '',
    related: relatedOf(head, titles),
    body,
    triage,
  };
}

export function codesOf({ code }: FrontMatter): readonly string[] {
  if (code === undefined) return [];
  return typeof code === 'string' ? [code] : [...new Set(code)];
}

function verdictOf({ money, moneyReason = '', retry, retryReason = '' }: FrontMatter): Verdict | null {
  return money === undefined || retry === undefined ? null : { money, moneyReason, retry, retryReason };
}

function sourcesOf(head: FrontMatter, { sources }: ContentSettings): Source[] {
  return [...new Set(head.sources)].flatMap((id) => sources?.get(id) ?? []);
}

function relatedOf(head: FrontMatter, titles: ReadonlyMap<string, string>): ArticleLink[] {
  return [...new Set(head.related)].flatMap((related) => {
    const id = parseArticleId(related);
    const title = titles.get(related);
    return id === undefined || title === undefined ? [] : [{ id, title }];
  });
}
