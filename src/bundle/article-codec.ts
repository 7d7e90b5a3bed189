// Articles as bytes, many to a file, one decoded without the others. Every part of the tree is described once, by a
// codec that can both write and read it, so the two directions cannot drift apart.
//
// The rules the compiler cannot check: fields and kinds are numbered by their order below, so append and never reorder,
// and raise FORMAT when a former reader could misread the bytes. DamagedBytes must not pass `openArticleFile` and `find`.
//
//   sealed file of kind "ARTS"; all numbers are varints unless they are said to be bytes
//   count, then for each article, ascending by id: id (text), length of its record in bytes
//   the records, end to end
//
//   record    the fields of `article` below, in that order
//   text      length in bytes, UTF-8
//   choice    one byte: the index into its list of values; `null` is 0 and a value then counts from 1
//   list      count, items
//   union     one byte: the index into its kinds, then the fields of that kind

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

const KIND = 'ARTS';
const FORMAT = 1;

/** Nodes within nodes. The compiler refuses content long before; a reader refuses bytes that claim more. */
const MAX_DEPTH = 64;

interface Codec<Value> {
  write(writer: ByteWriter, value: Value, depth: number): void;
  read(reader: ByteReader, depth: number): Value;
}

const text: Codec<string> = {
  write: (writer, value) => writer.text(value),
  read: (reader) => reader.text(),
};

const number: Codec<number> = {
  write: (writer, value) => writer.varint(value),
  read: (reader) => reader.varint(),
};

/** Text that `parse` accepts. What it refuses was not written by this module. */
function parsed<Value extends string>(parse: (text: string) => Value | undefined): Codec<Value> {
  return {
    write: (writer, value) => writer.text(value),
    read(reader) {
      const start = reader.offset;
      const value = parse(reader.text());
      if (value === undefined) throw new DamagedBytes('text of another form', start);
      return value;
    },
  };
}

/** One of at most 256 values, by its place in the list. */
function choice<Value>(values: readonly Value[]): Codec<Value> {
  return {
    write(writer, value) {
      const index = values.indexOf(value);
      if (index < 0) throw new RangeError(`not one of the values: ${String(value)}`);
      writer.u8(index);
    },
    read(reader) {
      const start = reader.offset;
      const index = reader.u8();
      const value = values[index];
      if (value === undefined) throw new DamagedBytes(`a choice of ${index}`, start);
      return value;
    },
  };
}

function list<Item>(item: Codec<Item>): Codec<readonly Item[]> {
  return {
    write(writer, value, depth) {
      writer.varint(value.length);
      for (const each of value) item.write(writer, each, depth);
    },
    // `count` holds because no codec here writes an item of no bytes.
    read: (reader, depth) => Array.from({ length: reader.count() }, () => item.read(reader, depth)),
  };
}

function nullable<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write(writer, value, depth) {
      flag.write(writer, value !== null, depth);
      if (value !== null) codec.write(writer, value, depth);
    },
    read: (reader, depth) => (flag.read(reader, depth) ? codec.read(reader, depth) : null),
  };
}

function fields<Value extends object>(
  codecs: { readonly [Key in keyof Value]-?: Codec<Value[Key]> },
): Codec<Value> {
  const keys = Object.keys(codecs) as (keyof Value)[];
  return {
    write(writer, value, depth) {
      for (const key of keys) codecs[key].write(writer, value[key], depth);
    },
    read(reader, depth) {
      const value: Partial<Value> = {};
      for (const key of keys) value[key] = codecs[key].read(reader, depth);
      return value as Value;
    },
  };
}

type Kinds<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Codec<Omit<Extract<Union, { readonly kind: Kind }>, 'kind'>>;
};

/** A union by its `kind`. One level deeper than what holds it: that is what bounds the recursion. */
function union<Union extends { readonly kind: string }>(describe: () => Kinds<Union>): Codec<Union> {
  let kinds: Record<string, Codec<object>> | undefined;
  const codecOf = (kind: string) => {
    kinds ??= describe() as Record<string, Codec<object>>;
    const names = Object.keys(kinds);
    return { index: names.indexOf(kind), names, codecs: kinds };
  };
  return {
    write(writer, value, depth) {
      if (depth >= MAX_DEPTH) throw new RangeError(`nodes nested more than ${MAX_DEPTH} deep`);
      const { index, codecs } = codecOf(value.kind);
      writer.u8(index);
      codecs[value.kind]?.write(writer, value, depth + 1);
    },
    read(reader, depth) {
      const start = reader.offset;
      if (depth >= MAX_DEPTH) throw new DamagedBytes(`nodes nested more than ${MAX_DEPTH} deep`, start);
      const { names, codecs } = codecOf('');
      const kind = names[reader.u8()] ?? '';
      const codec = codecs[kind];
      if (codec === undefined) throw new DamagedBytes('a node of no known kind', start);
      return { kind, ...codec.read(reader, depth + 1) } as Union;
    },
  };
}

const flag = choice([false, true]);
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
  return seal(KIND, FORMAT, table.finish());
}

export interface ArticleFileReader {
  /** Ascending. */
  ids(): readonly ArticleId[];
  /** `undefined` where this file does not hold it. */
  find(id: ArticleId): Result<Article | undefined, SealProblem>;
}

/** Reads the table only; an article is decoded when it is asked for. `bytes` is kept, not copied. */
export function openArticleFile(bytes: Uint8Array): Result<ArticleFileReader, SealProblem> {
  const unsealed = unseal(KIND, FORMAT, bytes);
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
