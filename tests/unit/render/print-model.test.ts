import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../src/load/library.ts';
import { CARD_ROWS, cardDocuments, discardAfter } from '../../../src/render/print-model.ts';

function code(code: string, frequency: number, lines: readonly string[] = []): DocumentSummary {
  const id = `codes/terminal/${code.toLowerCase()}`;
  return {
    id,
    kind: 'code',
    title: code,
    codes: [code],
    channel: 'terminal',
    money: '',
    retry: '',
    lines,
    frequency,
  };
}

describe('cardDocuments', () => {
  test('takes the twelve most frequent of the line and of every line', () => {
    const common = Array.from({ length: 20 }, (_, i) => code(`${10 + i}`, 0.2 + i / 100));
    const own = code('OWN', 0.9, ['zhineng']);
    const others = code('ELSE', 0.95, ['dianqian']);
    const card = cardDocuments([...common, own, others], 'zhineng');
    expect(card).toHaveLength(CARD_ROWS);
    expect(card.map(({ codes }) => codes[0]).slice(0, 3)).toEqual(['OWN', '29', '28']);
    expect(cardDocuments([own, others, ...common], 'all').map(({ codes }) => codes[0])).not.toContain('OWN');
  });

  test('leaves out what nobody meets, names of interfaces and what is no code', () => {
    const guide = { ...code('E1', 0.9), kind: 'guide' as const };
    expect(cardDocuments([code('E3', 0), code('SYSTEMERROR', 0.9), guide], 'all')).toEqual([]);
  });
});

describe('discardAfter', () => {
  const printed = new Date(2026, 10, 22, 9).getTime();

  test('is half a year after printing', () => {
    expect(discardAfter(printed, ['2027-11-20', ''])).toBe('2027-05-21');
  });

  test('is earlier where an article runs out before', () => {
    expect(discardAfter(printed, ['2027-11-20', '2027-02-01'])).toBe('2027-02-01');
  });
});
