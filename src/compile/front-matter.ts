// The head of an article: found between two lines of three hyphens, read, checked key by key, then against itself.
// Whatever needs other articles (related, sources) is checked here too, through `known`.

import {
  type ArticleId,
  type ArticleKind,
  CHANNELS,
  type Channel,
  parseArticleId,
} from '../bundle/article.ts';
import { addDays } from './calendar-date.ts';
import { checkObject } from './checked-values.ts';
import type { ProblemLog } from './content-problem.ts';
import { codeFrontMatter, type FrontMatter, plainFrontMatter } from './front-matter-schema.ts';
import { didYouMean } from './nearest-name.ts';
import type { SourceFile } from './source-file.ts';
import { readYaml, type YamlValues } from './yaml-values.ts';

/** An article whose head is read and whose body is not. */
export interface ArticleDraft {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  readonly channel: Channel | null;
  readonly source: SourceFile;
  /** Only the keys that are right; a missing title is the id. */
  readonly head: FrontMatter;
  readonly yaml: YamlValues;
  /** Offset of the first character after the head. */
  readonly bodyStart: number;
}

/** Undefined when the head cannot be used; the log says why. */
export function readFrontMatter(
  id: ArticleId,
  source: SourceFile,
  log: ProblemLog,
): ArticleDraft | undefined {
  const place = kindOf(id, source, log);
  if (!/^---[ \t]*(\n|$)/.test(source.text)) {
    const what = 'the front matter is missing';
    const suggestion = 'Begin the file with ---, title: …, ---, each on a line of its own';
    log.error(source.place(0), 'front-matter-missing', { what, suggestion });
    return undefined;
  }
  const start = source.lineStart(2);
  const end = /^---[ \t]*$/m.exec(source.text.slice(start));
  if (end === null) {
    const what = 'the front matter is not closed';
    log.error(source.place(0), 'front-matter-missing', {
      what,
      suggestion: 'Put --- on the line after the last key',
    });
    return undefined;
  }
  const yaml = readYaml(source, start, start + end.index, log);
  if (yaml === undefined) return undefined;
  const head = checkObject<typeof plainFrontMatter | typeof codeFrontMatter>(
    place?.kind === 'code' ? codeFrontMatter : plainFrontMatter,
    yaml,
    log,
  );
  if (head === undefined || place === undefined) return undefined;
  const bodyStart = Math.min(start + end.index + end[0].length + 1, source.text.length);
  return { id, ...place, source, head: { title: id, ...head }, yaml, bodyStart };
}

/** What the path says: codes/<channel>/<code>, products/<line>, anything else a guide. */
function kindOf(
  id: ArticleId,
  source: SourceFile,
  log: ProblemLog,
): Pick<ArticleDraft, 'kind' | 'channel'> | undefined {
  const [folder = '', second = '', ...rest] = id.split('/');
  if (folder === 'products' && second !== '') return { kind: 'product', channel: null };
  if (folder !== 'codes' || second === '') return { kind: 'guide', channel: null };
  const channel = CHANNELS.find((known) => known === second);
  if (channel !== undefined && rest.length === 1) return { kind: 'code', channel };
  log.error(source.place(0), 'code-path', {
    what: 'a code article stands in the folder of its channel',
    expected: `codes/<channel>/<code>.md with the channel one of ${CHANNELS.join(', ')}`,
    found: `${id}.md`,
    suggestion: didYouMean(second, CHANNELS),
  });
  return undefined;
}

/** What an article may refer to, and the day of the check. */
export interface Known {
  readonly titles: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, unknown> | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The rules that tie keys together or look beyond the file. */
export function checkFrontMatter(draft: ArticleDraft, known: Known, log: ProblemLog): void {
  checkVerdict(draft, log);
  checkDates(draft, known.today, log);
  checkSources(draft, known, log);
  checkRelated(draft, known, log);
  checkCustomer(draft, log);
}

function checkVerdict({ kind, head, yaml }: ArticleDraft, log: ProblemLog): void {
  const has = (key: string) => Object.hasOwn(Object(yaml.value), key);
  if (kind !== 'code' && has('money') !== has('retry')) {
    const [missing, given] = has('money') ? ['retry', 'money'] : ['money', 'retry'];
    const what = `${given} is given without ${missing}`;
    log.error(yaml.keyPlace([given]), 'verdict-incomplete', {
      what,
      suggestion: `Add ${missing}, or remove ${given}`,
    });
  }
  if (head.retry !== 'yes') return;
  if (head.money === 'uncertain') {
    log.error(yaml.place(['retry']), 'retry-while-uncertain', {
      what: 'retry cannot be yes where money is uncertain: it would charge some customers twice',
      expected: 'check-first or no',
      found: 'yes',
    });
  }
  if (head.money === 'charged') {
    log.warning(yaml.place(['retry']), 'retry-after-charge', {
      what: 'retry is yes although the customer was charged',
      expected: 'no or check-first',
      found: 'yes',
    });
  }
}

/** An article is reviewed again before it expires; 31 days ahead it begins to be said. */
const NOTICE_DAYS = 31;

function checkDates({ head, yaml }: ArticleDraft, today: string, log: ProblemLog): void {
  const { reviewed, expires } = head;
  if (expires === undefined) return;
  if (reviewed !== undefined && expires < reviewed) {
    log.error(yaml.place(['expires']), 'expires-before-review', {
      what: 'the article expires before it was reviewed',
      expected: `${reviewed} or later`,
      found: expires,
    });
  } else if (expires < today) {
    log.error(yaml.place(['expires']), 'expired', {
      what: `the article expired on ${expires}, and today is ${today}`,
      suggestion: 'Check it against its sources, then set reviewed and expires',
    });
  } else if (expires <= addDays(today, NOTICE_DAYS)) {
    log.warning(yaml.place(['expires']), 'expires-soon', {
      what: `the article expires on ${expires}, in less than a month`,
      suggestion: 'Check it against its sources, then set reviewed and expires',
    });
  }
}

function checkSources({ head, yaml }: ArticleDraft, { sources }: Known, log: ProblemLog): void {
  for (const [i, id] of (head.sources ?? []).entries()) {
    if (sources?.has(id) === true) continue;
    log.error(yaml.place(['sources', i]), 'unknown-source', {
      what: `the source ${id} is not known`,
      expected: sources === undefined ? 'a file sources.yaml that holds it' : 'an id from sources.yaml',
      found: id,
      suggestion: didYouMean(id, sources?.keys() ?? []) ?? `Add ${id} to sources.yaml`,
    });
  }
  checkTwice(['sources'], head.sources ?? [], yaml, log);
}

function checkRelated({ id, head, yaml }: ArticleDraft, { titles }: Known, log: ProblemLog): void {
  for (const [i, other] of (head.related ?? []).entries()) {
    if (other === id) {
      const what = 'the article is listed as related to itself';
      log.error(yaml.place(['related', i]), 'related-to-itself', { what, suggestion: 'Remove it' });
    } else if (parseArticleId(other) === undefined || !titles.has(other)) {
      log.error(yaml.place(['related', i]), 'dangling-related', {
        what: `there is no article ${other}`,
        expected: 'the path of an article below the content folder, without .md',
        found: other,
        suggestion: didYouMean(other, titles.keys()),
      });
    }
  }
  checkTwice(['related'], head.related ?? [], yaml, log);
  checkTwice(['aliases'], head.aliases ?? [], yaml, log);
}

function checkTwice(
  path: readonly string[],
  values: readonly string[],
  yaml: YamlValues,
  log: ProblemLog,
): void {
  for (const [i, value] of values.entries()) {
    if (values.indexOf(value) === i) continue;
    log.warning(yaml.place([...path, i]), 'listed-twice', {
      what: `${value} is listed twice`,
      suggestion: 'Remove one',
    });
  }
}

/** Words that tell a customer, and whoever stands beside, that a card is lost, stolen, forged or suspected. */
const REVEALING =
  /挂失|被盗|盗刷|失窃|欺诈|诈骗|没收(?!到)|吞卡|作弊|伪卡|伪造|假卡|黑名单|\b(?:lost|stolen|fraud\w*|counterfeit|forged|blacklist\w*|confiscat\w*)\b/i;

/** As above for the balance. A warning, because some messages are about the balance of the merchant. */
const BALANCE = /余额|没钱|钱不够|\b(?:balance|insufficient)\b/i;

function checkCustomer({ head, yaml }: ArticleDraft, log: ProblemLog): void {
  for (const key of ['customer', 'customerEnglish'] as const) {
    const text = head[key] ?? '';
    const revealing = REVEALING.exec(text)?.[0];
    const suggestion =
      'Say only that this card cannot be used just now, and offer another card or way to pay';
    if (revealing !== undefined) {
      const what = `the sentence for the customer reveals loss, theft or fraud (${revealing})`;
      log.error(yaml.place([key]), 'customer-reveals', { what, suggestion });
    }
    const balance = BALANCE.exec(text)?.[0];
    if (balance !== undefined) {
      const what = `the sentence for the customer reveals the balance (${balance})`;
      log.warning(yaml.place([key]), 'customer-reveals-balance', { what, suggestion });
    }
  }
}
