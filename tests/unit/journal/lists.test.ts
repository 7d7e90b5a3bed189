import { describe, expect, test } from 'vitest';
import { addDrillResult, drillResults } from '../../../src/journal/drill.ts';
import { favourites, isFavourite, toggleFavourite } from '../../../src/journal/favourites.ts';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { addMiss, deleteMisses, MISSES_LIMIT, misses } from '../../../src/journal/misses.ts';
import { addRecent, RECENT_LIMIT, recentArticles } from '../../../src/journal/recent.ts';
import { E3, idOf, NOW } from './support.ts';

const article = (i: number) => ({ id: idOf(`codes/terminal/x${i}`), title: `第${i}篇`, codes: [] });
const miss = (query: string, at: number) => ({ kind: 'nothing-found' as const, query, articleId: null, at });

describe('recent articles', () => {
  test('the last twenty, each once, newest first', async () => {
    const journal = memoryJournal();
    for (let i = 0; i < 30; i++) await addRecent(journal, article(i % 25), NOW + i);
    const recent = recentArticles(journal);
    expect(recent).toHaveLength(RECENT_LIMIT);
    expect(recent[0]).toEqual({ articleId: article(4).id, title: '第4篇', code: '', at: NOW + 29 });
    expect(journal.list('recent/')).toHaveLength(RECENT_LIMIT);
  });
});

describe('favourites', () => {
  test('on and off', async () => {
    const journal = memoryJournal();
    await toggleFavourite(journal, E3, NOW);
    await toggleFavourite(journal, article(1), NOW + 1);
    expect(favourites(journal).map((mark) => mark.code)).toEqual(['', 'E3']);
    await toggleFavourite(journal, E3, NOW + 2);
    expect(isFavourite(journal, E3.id)).toBe(false);
    expect(favourites(journal)).toHaveLength(1);
  });
});

describe('misses', () => {
  test('a query typed on is one miss, the longest', async () => {
    const journal = memoryJournal();
    for (const [i, query] of ['q', 'qq', 'qqq1'].entries())
      await addMiss(journal, miss(query, NOW + i * 1000));
    await addMiss(journal, miss('打印', NOW + 4000));
    await addMiss(journal, miss('打印', NOW + 400_000));
    expect(misses(journal).map((each) => each.query)).toEqual(['打印', '打印', 'qqq1']);
  });

  test('a card number typed into the search is not kept', async () => {
    const journal = memoryJournal();
    await addMiss(journal, miss('4111 1111 1111 1111', NOW));
    expect(journal.list('')).toEqual([]);
  });

  test('the newest two hundred, and none when deleted', async () => {
    const journal = memoryJournal();
    for (let i = 0; i < 250; i++) await addMiss(journal, miss(`x${i}y`, NOW + i));
    expect(misses(journal)).toHaveLength(MISSES_LIMIT);
    expect(misses(journal)[0]?.query).toBe('x249y');
    expect(journal.list('miss/')).toHaveLength(MISSES_LIMIT);
    await deleteMisses(journal);
    expect(journal.list('')).toEqual([]);
  });

  test('没解决 on an article needs no query', async () => {
    const journal = memoryJournal();
    const unsolved = { kind: 'unsolved' as const, query: '', articleId: E3.id, at: NOW };
    await addMiss(journal, unsolved);
    expect(misses(journal)).toEqual([unsolved]);
  });
});

describe('drill', () => {
  test('results are kept, newest first, at most thirty', async () => {
    const journal = memoryJournal();
    const parts = [{ part: 'search' as const, passed: true }];
    for (let i = 0; i < 40; i++) {
      await addDrillResult(journal, {
        scenario: 'no-receipt',
        startedAt: NOW,
        at: NOW + i,
        offline: true,
        parts,
      });
    }
    expect(drillResults(journal)).toHaveLength(30);
    expect(drillResults(journal)[0]?.at).toBe(NOW + 39);
  });
});
