// What is doubtful in content that compiles: warnings.

import type { Article, ArticleId } from '../bundle/article.ts';
import type { ProblemLog } from './content-problem.ts';
import type { ContentSettings } from './content-settings.ts';
import type { ArticleDraft } from './front-matter.ts';

export interface LintInput {
  readonly articles: readonly Article[];
  readonly drafts: readonly ArticleDraft[];
  readonly frequentIds: readonly ArticleId[];
  readonly settings: ContentSettings;
}

export function lintContent(_input: LintInput, _log: ProblemLog): void {}
