import { describe, expect, it } from 'vitest';
import {
  EMPTY_WORDS,
  isJoining,
  markEmptyWords,
  parseEmptyWords,
} from '../../../src/analysis/empty-words.ts';

it('marks what carries nothing and leaves the rest', () => {
  const query = 'pos机显示余额不足怎么办';
  const empty = markEmptyWords(query, parseEmptyWords(EMPTY_WORDS));
  const rest = [...query].filter((_, i) => empty[i] === 0).join('');
  expect(rest).toBe('余额不足');
});

it('takes nothing for a word that is none, and the first of those that begin alike', () => {
  expect([...markEmptyWords('a(b', parseEmptyWords('(|.*||a'))]).toEqual([1, 0, 0]);
  expect([...markEmptyWords('(b.', parseEmptyWords('(|'))]).toEqual([0, 0, 0]);
  expect([...markEmptyWords('怎么办', parseEmptyWords('怎么|怎么办'))]).toEqual([1, 1, 0]);
});

describe('isJoining', () => {
  it('knows pairs that only join words', () => expect(isJoining('刷了')).toBe(true));
  it.each(['不足', '没网', '先查', '卡', 'of'])('does not take %s for one', (term) =>
    expect(isJoining(term)).toBe(false),
  );
});
