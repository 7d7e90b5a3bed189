// Articles as bytes, many to a file, one decoded without the others.
//
// The rules the compiler cannot check: fields and kinds are numbered by their order below, so append and never reorder,
// and raise ARTICLE_FORMAT when a former reader could misread the bytes. DamagedBytes must not pass `openArticleFile` and `find`.
//
//   sealed file of kind "ARTS"; all numbers are varints unless they are said to be bytes
//   count, then for each article, ascending by id: id (text), length of its record in bytes
//   the records, end to end
//
//   record    the fields of `article` below, in that order, written as field-codec.ts says

import { ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import { ByteWriter } from '../base/byte-writer.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type SealProblem, seal, unseal } from '../base/sealed-bytes.ts';
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
  type TriageTarget,
} from './article.ts';
import {
  type Codec,
  choice,
  fields,
  flag,
  list,
  nullable,
  number,
  parsed,
  text,
  union,
} from './field-codec.ts';

const KIND = 'ARTS';
/** 2: sealed with fxHash. */
export const ARTICLE_FORMAT = 2;

const texts = list(text);
const articleId = parsed(parseArticleId);
const link = fields<{ readonly id: ArticleId; readonly title: string }>({ id: articleId, title: text });
const isHttps = (value: string) => (value.startsWith('https://') ? value : undefined);

const inline: Codec<Inline> = union<Inline>(() => ({
  text: fields({ text }),
  strong: fields({ content: inlines }),
  emphasis: fields({ content: inlines }),
  code: fields({ text }),
  break: fields({}),
  'article-link': fields({ id: articleId, content: inlines }),
  'external-link': fields({ href: parsed(isHttps), content: inlines }),
  'phone-link': fields({
    number: parsed((value) => (/^[+\d][\d-]*$/.test(value) ? value : undefined)),
    content: inlines,
  }),
}));
const inlines = list(inline);

const block: Codec<Block> = union<Block>(() => ({
  heading: fields({ level: choice([2, 3, 4] as const), text, slug: text }),
  paragraph: fields({ content: inlines }),
  list: fields({ ordered: flag, items: list(blocks) }),
  steps: fields({ items: list(blocks) }),
  quote: fields({ content: blocks }),
  code: fields({ text }),
  table: fields({ head: list(inlines), rows: list(list(inlines)) }),
  rule: fields({}),
  device: fields({ line: choice(LINES), content: blocks }),
}));
const blocks = list(block);

const target = union<TriageTarget>(() => ({
  step: fields({ step: number }),
  done: fields({ outcome: text }),
  article: link,
}));

const triage = fields<Triage>({
  steps: list(
    fields({
      question: inlines,
      note: blocks,
      waitSeconds: number,
      answers: list(fields({ text, target })),
    }),
  ),
});

const article = fields<Omit<Article, 'id'>>({
  kind: choice(['code', 'product', 'guide'] as const),
  title: text,
  summary: text,
  codes: texts,
  aliases: texts,
  channel: choice([null, ...CHANNELS]),
  verdict: nullable(
    fields({ money: choice(MONEY), moneyReason: text, retry: choice(RETRY), retryReason: text }),
  ),
  customer: nullable(fields({ chinese: text, english: text })),
  lines: list(choice(LINES)),
  agreement: choice([null, ...AGREEMENT]),
  sources: list(fields({ id: text, title: text, link: text })),
  reviewed: text,
  expires: text,
  related: list(link),
  body: blocks,
  triage: nullable(triage),
});

/** `articles` ascending by id, each id once; throws a RangeError where they are not. */
export function encodeArticles(articles: readonly Article[]): Uint8Array<ArrayBuffer> {
  const table = new ByteWriter();
  const records = new ByteWriter();
  table.varint(articles.length);
  let previous = '';
  for (const each of articles) {
    if (each.id <= previous) throw new RangeError(`articles out of order: ${each.id} after ${previous}`);
    previous = each.id;
    const start = records.length;
    article.write(records, each, 0);
    table.text(each.id);
    table.varint(records.length - start);
  }
  table.bytes(records.finish());
  return seal(KIND, ARTICLE_FORMAT, table.finish());
}

export interface ArticleFileReader {
  /** Ascending. */
  ids(): readonly ArticleId[];
  /** `undefined` where this file does not hold it. */
  find(id: ArticleId): Result<Article | undefined, SealProblem>;
}

/** Reads the table only; an article is decoded when it is asked for. `bytes` is kept, not copied. */
export function openArticleFile(bytes: Uint8Array): Result<ArticleFileReader, SealProblem> {
  const unsealed = unseal(KIND, ARTICLE_FORMAT, bytes);
  if (!unsealed.ok) return unsealed;
  const payload = unsealed.value;
  return guarded(() => {
    const records = readTable(payload);
    return {
      ids: () => [...records.keys()],
      find: (id) =>
        guarded(() => {
          const record = records.get(id);
          return record === undefined ? undefined : readRecord(id, record);
        }),
    };
  });
}

/** id → record, the records as views into `payload`. */
function readTable(payload: Uint8Array): Map<ArticleId, Uint8Array> {
  const reader = new ByteReader(payload);
  const entries = list(fields({ id: articleId, length: number })).read(reader, 0);
  const records = new Map<ArticleId, Uint8Array>();
  let previous = '';
  for (const { id, length } of entries) {
    if (id <= previous) throw new DamagedBytes('ids out of order', reader.offset);
    previous = id;
    records.set(id, reader.bytes(length));
  }
  if (reader.remaining > 0) throw new DamagedBytes('bytes after the last record', reader.offset);
  return records;
}

function readRecord(id: ArticleId, record: Uint8Array): Article {
  const reader = new ByteReader(record);
  const value = article.read(reader, 0);
  if (reader.remaining > 0) throw new DamagedBytes('bytes after the last field', reader.offset);
  const steps = value.triage?.steps ?? [];
  for (const { target } of steps.flatMap((step) => step.answers)) {
    if (target.kind === 'step' && target.step >= steps.length)
      throw new DamagedBytes('an answer to no step', 0);
  }
  return { id, ...value };
}

function guarded<Value>(read: () => Value): Result<Value, SealProblem> {
  try {
    return ok(read());
  } catch (cause) {
    if (!(cause instanceof DamagedBytes)) throw cause;
    return fail({ kind: 'damaged', message: `${KIND}: ${cause.message}` });
  }
}
