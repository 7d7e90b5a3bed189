import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';
import { seal } from '../../../src/base/sealed-bytes.ts';
import type { Article, ArticleId, Block, Inline } from '../../../src/bundle/article.ts';
import {
  ARTICLE_FORMAT,
  type ArticleFileReader,
  encodeArticles,
  openArticleFile,
} from '../../../src/bundle/article-codec.ts';
import { article, articleId, articles } from './arbitrary-article.ts';

const HEADER = 20;

function open(bytes: Uint8Array): ArticleFileReader {
  const opened = openArticleFile(bytes);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const sample: Article = {
  id: 'codes/terminal/e3' as ArticleId,
  kind: 'code',
  title: '没有统一含义',
  summary: '',
  codes: ['E3'],
  aliases: [],
  channel: 'terminal',
  verdict: { money: 'uncertain', moneyReason: '要查', retry: 'check-first', retryReason: '' },
  customer: null,
  lines: ['zhineng'],
  agreement: 'disagree',
  sources: [{ id: 'S1', title: '表', link: '' }],
  reviewed: '2026-11-20',
  expires: '2027-11-20',
  related: [],
  body: [{ kind: 'paragraph', content: [{ kind: 'text', text: '先别再刷' }] }],
  triage: {
    steps: [
      {
        question: [],
        note: [],
        waitSeconds: 60,
        answers: [{ text: '有', target: { kind: 'step', step: 0 } }],
      },
    ],
  },
};

describe('a file of articles', () => {
  test('gives back every article as it was', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const reader = open(encodeArticles(list));
        expect(reader.ids()).toEqual(list.map(({ id }) => id));
        for (const each of list) expect(reader.find(each.id)).toEqual({ ok: true, value: each });
      }),
      { numRuns: 150 },
    );
  });

  test('says of an id that it does not hold that there is none', () => {
    fc.assert(
      fc.property(articles, articleId, (list, id) => {
        const others = list.filter((each) => each.id !== id);
        expect(open(encodeArticles(others)).find(id)).toEqual({ ok: true, value: undefined });
      }),
      { numRuns: 30 },
    );
  });

  test('is the same bytes for the same articles', () => {
    fc.assert(
      fc.property(articles, (list) => {
        expect(encodeArticles(structuredClone(list))).toEqual(encodeArticles(list));
      }),
      { numRuns: 30 },
    );
  });

  test('is not written with articles out of order or twice', () => {
    const other = { ...sample, id: 'a' as ArticleId };
    expect(() => encodeArticles([sample, other])).toThrow(RangeError);
    expect(() => encodeArticles([sample, sample])).toThrow(RangeError);
  });

  test('is not written with nodes nested so deep that a reader would refuse them', () => {
    let content: Inline = { kind: 'text', text: 'x' };
    for (let depth = 0; depth < 100; depth++) content = { kind: 'strong', content: [content] };
    const body: Block[] = [{ kind: 'paragraph', content: [content] }];
    expect(() => encodeArticles([{ ...sample, body }])).toThrow(RangeError);
  });

  test('opens one article although the next is damaged', () => {
    const second = { ...sample, id: 'codes/terminal/e4' as ArticleId };
    const payload = encodeArticles([sample, second]).slice(HEADER);
    payload[payload.length - 1] = 0xff;
    const reader = open(seal('ARTS', ARTICLE_FORMAT, payload));
    expect(reader.find(sample.id)).toEqual({ ok: true, value: sample });
    expect(reader.find(second.id)).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
  });

  test('keeps its bytes of format 2', () => {
    // Whoever changes these bytes must raise FORMAT, or phones with an older bundle misread it.
    expect(Buffer.from(encodeArticles([sample])).toString('base64')).toMatchInlineSnapshot(
      `"UE9TUkFSVFMCAAAAewAAAJNJ5lgBEWNvZGVzL3Rlcm1pbmFsL2UzZwAS5rKh5pyJ57uf5LiA5ZCr5LmJAAECRTMAAgECBuimgeafpQEAAAECAgECUzED6KGoAAoyMDI2LTExLTIwCjIwMjctMTEtMjAAAQEBAAzlhYjliKvlho3liLcBAQAAPAED5pyJAAA="`,
    );
  });

  test.each([
    ['another kind', seal('BODY', 1, new Uint8Array(1)), 'foreign'],
    ['another format', seal('ARTS', ARTICLE_FORMAT + 1, new Uint8Array(1)), 'format-unknown'],
    ['no payload', seal('ARTS', ARTICLE_FORMAT, new Uint8Array(0)), 'damaged'],
    ['bytes after the last record', seal('ARTS', ARTICLE_FORMAT, Uint8Array.of(0, 0)), 'damaged'],
    [
      'more articles than bytes',
      seal('ARTS', ARTICLE_FORMAT, Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f)),
      'damaged',
    ],
    ['an id that is none', seal('ARTS', ARTICLE_FORMAT, Uint8Array.of(1, 1, 0x41, 0)), 'damaged'],
    ['an empty file', new Uint8Array(0), 'damaged'],
  ])('is refused with %s', (_, bytes, kind) => {
    expect(openArticleFile(bytes)).toMatchObject({ ok: false, problem: { kind } });
  });

  test('is refused where a link is not https, a number not a number, or an answer leads to no step', () => {
    const withInline = (node: Inline): Article => ({
      ...sample,
      body: [{ kind: 'paragraph', content: [node] }],
    });
    const dangling = { text: 'x', target: { kind: 'step', step: 1 } } as const;
    const lies: Article[] = [
      withInline({ kind: 'external-link', href: 'javascript:alert(1)', content: [] }),
      withInline({ kind: 'phone-link', number: '1;x', content: [] }),
      withInline({ kind: 'article-link', id: '../x' as ArticleId, content: [] }),
      { ...sample, triage: { steps: [{ question: [], note: [], waitSeconds: 0, answers: [dangling] }] } },
    ];
    for (const lie of lies) {
      expect(open(encodeArticles([lie])).find(sample.id)).toMatchObject({
        ok: false,
        problem: { kind: 'damaged' },
      });
    }
  });
});

describe('a damaged file of articles', () => {
  const bytes = encodeArticles([sample, { ...sample, id: 'codes/terminal/e4' as ArticleId }]);

  test('is refused wherever it is cut off', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(openArticleFile(bytes.subarray(0, length)).ok).toBe(false);
    }
  });

  test('is refused whichever bit is flipped', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openArticleFile(flipped).ok).toBe(false);
    }
  });
});

describe('a lying file of articles, its checksum right', () => {
  /** Opens and reads everything; an exception or a hang fails the test. What comes out is bounded by what went in. */
  function readAll(payload: Uint8Array): void {
    const opened = openArticleFile(seal('ARTS', ARTICLE_FORMAT, payload));
    if (!opened.ok) {
      expect(opened.problem.kind).toBe('damaged');
      return;
    }
    for (const id of opened.value.ids()) {
      const found = opened.value.find(id);
      if (!found.ok) expect(found.problem.kind).toBe('damaged');
      else expect(JSON.stringify(found.value).length).toBeLessThan(payload.length * 200 + 10_000);
    }
  }

  test('never throws nor hangs with any byte changed', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.integer({ min: 0, max: 255 }), (each, at, value) => {
        const payload = encodeArticles([each]).slice(HEADER);
        payload[at % payload.length] = value;
        readAll(payload);
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws nor hangs with any end cut off', () => {
    const payload = encodeArticles([sample]).slice(HEADER);
    for (let length = 0; length < payload.length; length++) readAll(payload.subarray(0, length));
  });

  test('never throws nor hangs with any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), readAll), { numRuns: 1000 });
  });

  test('is refused when it nests without end', () => {
    // The record ends in an empty body and no triage: put a quote in a quote in a quote in their place, 2 bytes a level.
    const plain = encodeArticles([{ ...sample, body: [], triage: null }]).slice(HEADER);
    const start = new ByteReader(plain);
    start.varint();
    start.text();
    const record = start.bytes(start.varint()).slice(0, -2);
    const writer = new ByteWriter();
    writer.varint(1);
    writer.text(sample.id);
    writer.varint(record.length + 20_000);
    writer.bytes(record);
    for (let level = 0; level < 10_000; level++) writer.bytes(Uint8Array.of(1, 4));
    const reader = open(seal('ARTS', ARTICLE_FORMAT, writer.finish()));
    const found = reader.find(sample.id);
    expect(found.ok ? '' : found.problem.message).toContain('nested more than');
  });
});
