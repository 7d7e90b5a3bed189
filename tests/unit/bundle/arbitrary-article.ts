// Articles of every shape, for property tests.

import fc from 'fast-check';
import {
  AGREEMENT,
  type Article,
  type ArticleId,
  type Block,
  CHANNELS,
  type Inline,
  LINES,
  MONEY,
  parseArticleId,
  RETRY,
  type Triage,
} from '../../../src/bundle/article.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const part = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,4}[a-z0-9])?$/);

export const articleId: fc.Arbitrary<ArticleId> = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map((parts) => parseArticleId(parts.join('/')))
  .filter((id) => id !== undefined);

const link = fc.record({ id: articleId, title: text });
const kind = <const Kind extends string>(value: Kind) => fc.constant(value);

const { inline } = fc.letrec<{ inline: Inline; inlines: readonly Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 3, depthIdentifier: 'inline' }),
  inline: fc.oneof(
    { depthIdentifier: 'inline', maxDepth: 4 },
    fc.record({ kind: kind('text'), text }),
    fc.record({ kind: kind('code'), text }),
    fc.record({ kind: kind('break') }),
    fc.record({ kind: kind('strong'), content: tie('inlines') }),
    fc.record({ kind: kind('emphasis'), content: tie('inlines') }),
    fc.record({ kind: kind('article-link'), id: articleId, content: tie('inlines') }),
    fc.record({
      kind: kind('external-link'),
      href: text.map((path) => `https://a.b/${path}`),
      content: tie('inlines'),
    }),
    fc.record({
      kind: kind('phone-link'),
      number: fc.constantFrom('95516', '+86-21-1'),
      content: tie('inlines'),
    }),
  ),
}));
const inlines = fc.array(inline, { maxLength: 3 });

const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'block' }),
  block: fc.oneof(
    { depthIdentifier: 'block', maxDepth: 3 },
    fc.record({ kind: kind('paragraph'), content: inlines }),
    fc.record({
      kind: kind('heading'),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      text,
      slug: text,
    }),
    fc.record({ kind: kind('code'), text }),
    fc.record({ kind: kind('rule') }),
    fc.record({
      kind: kind('list'),
      ordered: fc.boolean(),
      items: fc.array(tie('blocks'), { maxLength: 3 }),
    }),
    fc.record({ kind: kind('steps'), items: fc.array(tie('blocks'), { maxLength: 3 }) }),
    fc.record({ kind: kind('quote'), content: tie('blocks') }),
    fc.record({ kind: kind('device'), line: fc.constantFrom(...LINES), content: tie('blocks') }),
    fc.record({
      kind: kind('table'),
      head: fc.array(inlines, { maxLength: 3 }),
      rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
    }),
  ),
}));
const blocks = fc.array(block, { maxLength: 4 });

const triage: fc.Arbitrary<Triage> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const target = fc.oneof(
    fc.record({ kind: kind('step'), step: fc.integer({ min: 0, max: count - 1 }) }),
    fc.record({ kind: kind('done'), outcome: text }),
    link.map((to) => ({ kind: 'article' as const, ...to })),
  );
  const step = fc.record({
    question: inlines,
    note: blocks,
    waitSeconds: fc.integer({ min: 0, max: 3600 }),
    answers: fc.array(fc.record({ text, target }), { maxLength: 3 }),
  });
  return fc.record({ steps: fc.array(step, { minLength: count, maxLength: count }) });
});

export const article: fc.Arbitrary<Article> = fc.record({
  id: articleId,
  kind: fc.constantFrom('code', 'product', 'guide'),
  title: text,
  summary: text,
  codes: fc.array(text, { maxLength: 3 }),
  aliases: fc.array(text, { maxLength: 3 }),
  channel: fc.constantFrom(null, ...CHANNELS),
  verdict: fc.option(
    fc.record({
      money: fc.constantFrom(...MONEY),
      moneyReason: text,
      retry: fc.constantFrom(...RETRY),
      retryReason: text,
    }),
  ),
  customer: fc.option(fc.record({ chinese: text, english: text })),
  lines: fc.subarray([...LINES]),
  agreement: fc.constantFrom(null, ...AGREEMENT),
  sources: fc.array(fc.record({ id: text, title: text, link: text }), { maxLength: 3 }),
  reviewed: text,
  expires: text,
  related: fc.array(link, { maxLength: 3 }),
  body: blocks,
  triage: fc.option(triage),
});

/** Ascending by id, each once. */
export const articles: fc.Arbitrary<Article[]> = fc
  .uniqueArray(article, { selector: ({ id }) => id, maxLength: 6 })
  .map((list) => list.sort((a, b) => (a.id < b.id ? -1 : 1)));
