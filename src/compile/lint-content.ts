// What is doubtful in content that compiles: warnings, each with its reason. Limits are in characters as people count
// them, one a Han character.

import type { Article, ArticleId, Block } from '../bundle/article.ts';
import { articleText, blockTexts } from '../bundle/article-text.ts';
import { isOwnFolder, STEPS_HEADING } from './compile-body.ts';
import type { ProblemLog, ProblemPlace } from './content-problem.ts';
import type { ContentSettings } from './content-settings.ts';
import type { ArticleDraft } from './front-matter.ts';
import { nearDuplicates } from './near-duplicates.ts';

export interface LintInput {
  /** `drafts[i]` is the head of `articles[i]`. */
  readonly articles: readonly Article[];
  readonly drafts: readonly ArticleDraft[];
  readonly frequentIds: readonly ArticleId[];
  readonly settings: ContentSettings;
}

/** A step is read with a customer waiting. */
const MAX_STEP_CHARACTERS = 60;
const MAX_STEPS = 9;
/** Fits one line of a 360 px screen beside its code. */
const MAX_TITLE_CHARACTERS = 16;
/** An answer of a triage is a button. */
const MAX_ANSWER_CHARACTERS = 10;
/** The code articles among the first of frequent.yaml must have a triage. */
const FREQUENT = 60;

/** Where a merchant is sent whose customer sees a debit for a payment that failed. */
const DEBIT_GUIDE = 'guides/charged-but-no-receipt';

export function lintContent({ articles, drafts, frequentIds, settings }: LintInput, log: ProblemLog): void {
  const frequent = new Set(frequentIds.slice(0, FREQUENT));
  const hasDebitGuide = articles.some(({ id }) => id === DEBIT_GUIDE);
  for (const [i, article] of articles.entries()) {
    const draft = drafts[i];
    if (draft === undefined) continue;
    lintSteps(article, draft, log);
    lintGlossary(draft, settings.glossary, log);
    if (article.kind !== 'code') continue;
    lintTitle(article, draft, log);
    lintTriage(article, draft, frequent.has(article.id), log);
    if (hasDebitGuide) lintDebitGuide(article, draft, log);
  }
  lintCodes(articles, drafts, log);
  lintDuplicates(articles, drafts, log);
}

function lintSteps(article: Article, draft: ArticleDraft, log: ProblemLog): void {
  const { source } = draft;
  const place = headingPlace(draft, STEPS_HEADING);
  const steps = article.body.find((block) => block.kind === 'steps');
  if (steps?.kind !== 'steps') {
    if (article.kind !== 'code') return;
    const what = `there is no list of steps under ${STEPS_HEADING}`;
    log.warning(place, 'steps-missing', {
      what,
      suggestion: `Add ## ${STEPS_HEADING} and under it 1. first step`,
    });
    return;
  }
  if (steps.items.length > MAX_STEPS) {
    const found = `${steps.items.length} steps`;
    log.warning(place, 'too-many-steps', {
      what: 'nobody ticks off so many',
      expected: `at most ${MAX_STEPS}`,
      found,
    });
  }
  for (const item of steps.items) {
    const length = [...(blockTexts(item)[0] ?? '')].length;
    // Looked for in every step: of equal beginnings the next one is found each time.
    const stepPlace = source.placeOf(firstWords(item), place.line);
    if (length <= MAX_STEP_CHARACTERS) continue;
    log.warning(stepPlace, 'step-too-long', {
      what: 'this step is too long to be read at the counter',
      expected: `at most ${MAX_STEP_CHARACTERS} characters`,
      found: `${length}`,
    });
  }
}

/** The beginning of the text of a step as it stands in the file, to find its line. */
function firstWords(item: readonly Block[]): string {
  const [first] = item;
  const inline = first?.kind === 'paragraph' ? first.content[0] : undefined;
  return inline?.kind === 'text' ? inline.text.slice(0, 8) : '';
}

function lintTitle({ title }: Article, { yaml }: ArticleDraft, log: ProblemLog): void {
  const place = yaml.place(['title']);
  const length = [...title].length;
  if (length > MAX_TITLE_CHARACTERS) {
    const expected = `at most ${MAX_TITLE_CHARACTERS} characters`;
    log.warning(place, 'title-too-long', { what: 'the title is too long', expected, found: `${length}` });
  }
  if (/[\p{Po}]$/u.test(title))
    log.warning(place, 'title-punctuation', { what: 'the title ends in a punctuation mark' });
}

function lintTriage(article: Article, draft: ArticleDraft, isFrequent: boolean, log: ProblemLog): void {
  if (article.triage === null && isFrequent) {
    const what = `one of the ${FREQUENT} most frequent codes (frequent.yaml) has no triage`;
    log.warning(draft.yaml.place([]), 'triage-missing', { what, suggestion: 'Add ## 排查' });
  }
  for (const { text } of article.triage?.steps.flatMap((step) => step.answers) ?? []) {
    if ([...text].length <= MAX_ANSWER_CHARACTERS) continue;
    const expected = `at most ${MAX_ANSWER_CHARACTERS} characters`;
    const place = draft.source.placeOf(text, headingPlace(draft, '排查').line);
    log.warning(place, 'answer-too-long', {
      what: 'this answer is too long for a button',
      expected,
      found: text,
    });
  }
}

function lintDebitGuide(
  { verdict, id }: Article,
  { source, bodyStart, yaml }: ArticleDraft,
  log: ProblemLog,
): void {
  if (verdict?.money !== 'not-charged' || source.text.includes(`[[${DEBIT_GUIDE}`, bodyStart)) return;
  log.warning(yaml.place(['money']), 'debit-line-missing', {
    what: `${id} says not-charged, and not what to do if the customer's phone shows a debit all the same`,
    suggestion: `Add a line that links to [[${DEBIT_GUIDE}]]`,
  });
}

function lintGlossary(
  { source }: ArticleDraft,
  glossary: ReadonlyMap<string, readonly string[]>,
  log: ProblemLog,
): void {
  // Aliases are what people type, in their words.
  const aliases = /^aliases:.*(?:\n[ -].*)*/m.exec(source.text);
  const text =
    aliases === null ? source.text : source.text.replace(aliases[0], (part) => ' '.repeat(part.length));
  for (const [term, others] of glossary) {
    for (const other of others) {
      for (let at = text.indexOf(other); at >= 0; at = text.indexOf(other, at + other.length)) {
        const within =
          term.includes(other) &&
          text.slice(Math.max(0, at - term.length), at + other.length + term.length).includes(term);
        if (within) continue;
        const what = `${other} is written ${term} everywhere else (glossary.yaml)`;
        log.warning(source.place(at), 'glossary', { what, suggestion: `Write ${term}` });
      }
    }
  }
}

function lintCodes(articles: readonly Article[], drafts: readonly ArticleDraft[], log: ProblemLog): void {
  const owners = new Map<string, ArticleId>();
  for (const [i, { id, channel, codes }] of articles.entries()) {
    for (const code of codes) {
      const key = `${channel ?? ''} ${code.normalize('NFKC').toUpperCase()}`;
      const owner = owners.get(key);
      const place = drafts[i]?.yaml.place(['code']);
      if (owner === undefined) owners.set(key, id);
      else if (place !== undefined) {
        const what = `the code ${code} of this channel belongs to ${owner} as well`;
        log.warning(place, 'code-twice', {
          what,
          suggestion: 'Keep it in one of them, or make them one article',
        });
      }
    }
  }
}

/**
 * Share of common bigrams (Jaccard) from which two articles count as copies. Measured on 320 articles written one by one:
 * the most alike, on 68 and 98, share 0.28. A text whose code, title and verdict alone were swapped shares above 0.8; one
 * of which every second sentence was rewritten, about 0.4.
 */
const DUPLICATE = 0.5;

function lintDuplicates(
  articles: readonly Article[],
  drafts: readonly ArticleDraft[],
  log: ProblemLog,
): void {
  const own = articles.flatMap((article, i) => {
    const draft = drafts[i];
    return draft !== undefined && isOwnFolder(article.id)
      ? [{ article, draft, text: articleText(article) }]
      : [];
  });
  const reported = new Set<number>();
  const pairs = nearDuplicates(
    own.map(({ text }) => text),
    DUPLICATE,
  );
  for (const { first, second, similarity } of pairs.sort((a, b) => b.similarity - a.similarity)) {
    const copy = own[second];
    if (copy === undefined || reported.has(second)) continue;
    reported.add(second);
    log.warning(copy.draft.yaml.place(['title']), 'near-duplicate', {
      what: `the text is nearly the same as that of ${own[first]?.article.id} (${Math.round(similarity * 100)} % in common)`,
      suggestion: 'Say what this article is about, or make them one',
    });
  }
}

/** The heading of a section; the beginning of the body where there is none. */
function headingPlace({ source, bodyStart }: ArticleDraft, name: string): ProblemPlace {
  const at = source.text.indexOf(`\n## ${name}`, Math.max(0, bodyStart - 1));
  return source.place(at < 0 ? bodyStart : at + 1);
}
