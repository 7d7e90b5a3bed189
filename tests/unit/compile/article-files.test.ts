import { describe, expect, test } from 'vitest';
import { type Article, type ArticleId, parseArticleId } from '../../../src/bundle/article.ts';
import { openArticleFile } from '../../../src/bundle/article-codec.ts';
import { encodeArticleFiles } from '../../../src/compile/article-files.ts';

function articleOf(number: number, text: string): Article {
  const id = parseArticleId(`guides/a${String(number).padStart(5, '0')}`) as ArticleId;
  const empty = {
    summary: '',
    codes: [],
    aliases: [],
    channel: null,
    verdict: null,
    customer: null,
    lines: [],
  };
  const more = { agreement: null, sources: [], reviewed: '', expires: '', related: [], triage: null };
  return { id, kind: 'guide', title: 'x', ...empty, ...more, body: [{ kind: 'code', text }] };
}

const articles = Array.from({ length: 2000 }, (_, i) => articleOf(i * 2, 'x'.repeat(300 + ((i * 37) % 900))));

describe('article files', () => {
  const files = encodeArticleFiles(articles);

  test('hold every article once, in order, and name their first', () => {
    const ids = files.flatMap(({ first, bytes }) => {
      const opened = openArticleFile(bytes);
      if (!opened.ok) throw new Error(opened.problem.message);
      expect(opened.value.ids()[0]).toBe(first);
      return opened.value.ids();
    });
    expect(ids).toEqual(articles.map(({ id }) => id));
  });

  test('are at most 96 kB, and few', () => {
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(Math.max(...files.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(96_000);
    expect(total / files.length).toBeGreaterThan(30_000);
  });

  test('of one article may be larger, and none of no articles', () => {
    expect(
      encodeArticleFiles([articleOf(1, 'x'.repeat(150_000)), articleOf(2, 'x')]).map(({ first }) => first),
    ).toEqual(['guides/a00001', 'guides/a00002']);
    expect(encodeArticleFiles([])).toEqual([]);
  });

  test('change one file when one article is edited, and few when one is inserted', () => {
    const changed = (list: readonly Article[]) => {
      const before = new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64')));
      return encodeArticleFiles(list).filter(
        ({ bytes }) => !before.has(Buffer.from(bytes).toString('base64')),
      ).length;
    };
    const edits = Array.from({ length: 20 }, (_, i) => i * 97);
    const counts = edits.map((at) => {
      const text = `${'x'.repeat(400)}y`;
      const edited = articles.map((article, i) =>
        i === at ? { ...article, body: [{ kind: 'code' as const, text }] } : article,
      );
      const inserted = [...articles.slice(0, at + 1), articleOf(at * 2 + 1, text), ...articles.slice(at + 1)];
      return [changed(edited), changed(inserted)] as const;
    });
    const mean = (which: 0 | 1) => counts.reduce((sum, count) => sum + count[which], 0) / counts.length;
    expect(mean(0)).toBeLessThan(3);
    expect(mean(1)).toBeLessThan(3);
  });
});
