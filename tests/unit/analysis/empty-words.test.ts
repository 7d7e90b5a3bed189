import { describe, expect, it } from 'vitest';
import { isJoining, markEmptyWords } from '../../../src/analysis/empty-words.ts';

it('marks what carries nothing and leaves the rest', () => {
  const query = 'pos机显示余额不足怎么办';
  const rest = [...query].filter((_, i) => markEmptyWords(query)[i] === 0).join('');
  expect(rest).toBe('余额不足');
});

describe('isJoining', () => {
  it('knows pairs that only join words', () => expect(isJoining('刷了')).toBe(true));
  it.each(['不足', '没网', '先查', '卡', 'of'])('does not take %s for one', (term) =>
    expect(isJoining(term)).toBe(false),
  );
});
