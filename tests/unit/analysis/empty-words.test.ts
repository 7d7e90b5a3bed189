import { describe, expect, it } from 'vitest';
import { EMPTY_WORDS, isJoining, markEmptyWords, patternOfWords } from '../../../src/analysis/empty-words.ts';

it('marks what carries nothing and leaves the rest', () => {
  const query = 'pos机显示余额不足怎么办';
  const empty = markEmptyWords(query, patternOfWords(EMPTY_WORDS));
  const rest = [...query].filter((_, i) => empty[i] === 0).join('');
  expect(rest).toBe('余额不足');
});

it('makes no pattern of what is no word', () => {
  expect('a(b'.match(patternOfWords('(|.*||a'))).toEqual(['a']);
  expect('(b.'.match(patternOfWords('(|'))).toBeNull();
});

describe('isJoining', () => {
  it('knows pairs that only join words', () => expect(isJoining('刷了')).toBe(true));
  it.each(['不足', '没网', '先查', '卡', 'of'])('does not take %s for one', (term) =>
    expect(isJoining(term)).toBe(false),
  );
});
