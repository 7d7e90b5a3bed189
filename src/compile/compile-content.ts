// The content folder → articles, and every problem in it, not the first. Two passes: heads first, because bodies refer to
// the titles of other articles. What comes out depends on the files alone; the day of the check decides only on problems.

import { fail, ok, type Result } from '../base/result.ts';
import type { Article, ArticleId } from '../bundle/article.ts';
import type { SynonymGroup } from '../index/index-files.ts';
import { checkBannedWords } from './banned-words.ts';
import { compileArticle } from './compile-article.ts';
import { readContentFolder } from './content-folder.ts';
import { type ContentProblem, ProblemLog } from './content-problem.ts';
import { type ContentSettings, readSettings } from './content-settings.ts';
import { type ArticleDraft, checkFrontMatter, readFrontMatter } from './front-matter.ts';
import { lintContent } from './lint-content.ts';
import { didYouMean } from './nearest-name.ts';

export interface CompileOptions {
  /** The day for which the content must be valid, `YYYY-MM-DD`. */
  readonly today: string;
  /** Look for what is doubtful, too: warnings. On unless switched off. */
  readonly lint?: boolean;
}

export interface CompiledContent {
  /** Ascending by id, compared by UTF-16 code units. */
  readonly articles: readonly Article[];
  /** 0 … 1, only of the articles in frequent.yaml. */
  readonly frequency: ReadonlyMap<ArticleId, number>;
  /** The commonest first. */
  readonly frequentIds: readonly ArticleId[];
  readonly synonyms: readonly SynonymGroup[];
  readonly warnings: readonly ContentProblem[];
}

/**
 * Throws only where the folder itself cannot be read. On failure the problems hold warnings as well; those of the lint,
 * about wording and size, wait until there is no error.
 */
export async function compileContent(
  contentFolder: string,
  { today, lint = true }: CompileOptions,
): Promise<Result<CompiledContent, readonly ContentProblem[]>> {
  const log = new ProblemLog();
  const files = await readContentFolder(contentFolder, log);
  const settings = readSettings(files.settings, log);
  checkBannedWords(files, settings.banned, log);

  const drafts = files.articles.flatMap(({ id, source }) => readFrontMatter(id, source, log) ?? []);
  const titles = titlesOf(drafts, files.articles);
  for (const draft of drafts) checkFrontMatter(draft, { titles, sources: settings.sources, today }, log);
  const articles = drafts.map((draft) => compileArticle(draft, titles, settings, log));
  const frequentIds = resolveFrequent(settings, titles, articles, log);
  if (lint && !log.hasErrors) lintContent({ articles, drafts, frequentIds, settings }, log);

  const problems = log.sorted();
  if (log.hasErrors) return fail(problems);
  const frequency = new Map(frequentIds.map((id, i) => [id, frequencyOf(i)]));
  return ok({ articles, frequency, frequentIds, synonyms: settings.synonyms, warnings: problems });
}

/** A file whose head is faulty still exists: links to it are not reported as well. */
function titlesOf(
  drafts: readonly ArticleDraft[],
  files: readonly { readonly id: ArticleId }[],
): Map<string, string> {
  const titles = new Map(files.map(({ id }) => [String(id), String(id)]));
  for (const { id, head } of drafts) titles.set(id, head.title);
  return titles;
}

function resolveFrequent(
  { frequent, frequentYaml }: ContentSettings,
  titles: ReadonlyMap<string, string>,
  articles: readonly Article[],
  log: ProblemLog,
): ArticleId[] {
  const ids = new Map(articles.map(({ id }) => [String(id), id]));
  const found = new Set<ArticleId>();
  for (const [i, name] of frequent.entries()) {
    const id = ids.get(name);
    const place = frequentYaml?.place([i]);
    if (id !== undefined && found.has(id) && place !== undefined) {
      log.warning(place, 'listed-twice', { what: `${name} is listed twice`, suggestion: 'Keep the first' });
    }
    if (id !== undefined) found.add(id);
    else if (place !== undefined && !titles.has(name)) {
      const suggestion = didYouMean(name, titles.keys());
      log.error(place, 'dangling-frequent', { what: `there is no article ${name}`, found: name, suggestion });
    }
  }
  return [...found];
}

/** Zipf's law: the n-th commonest is met 1/n as often as the commonest. From the 50th on all are equally rare. */
function frequencyOf(index: number): number {
  return Math.max(1 / (index + 1), 0.02);
}
