import { describe, expect, it } from 'vitest';
import {
  type Answer,
  brokenRule,
  firstAccepted,
  type Judgement,
  measure,
  parseJudgements,
  splitOf,
  total,
} from './measure.ts';

const BASE: Judgement = {
  query: '04',
  accept: ['a', 'b'],
  kind: 'noise',
  reject: [],
  present: [],
  line: '',
  split: 'tune',
};

function answer(
  kind: Answer['kind'],
  ...hits: readonly (readonly [string, Answer['hits'][number]['match']])[]
) {
  return { kind, askChannel: false, hits: hits.map(([id, match]) => ({ id, match })) };
}

describe('measuring relevance', () => {
  it('counts the first accepted article among ten, and no later one', () => {
    expect(firstAccepted(BASE, ['x', 'b', 'a'])).toBe(2);
    expect(firstAccepted(BASE, ['x'])).toBe(0);
    expect(firstAccepted(BASE, [...'0123456789', 'a'])).toBe(0);
  });

  it('means rank 1, 2 and none as 1, one half and 0', () => {
    const ranked = [['a'], ['x', 'a'], ['x']];
    const judgements = ranked.map((_, i) => ({ ...BASE, query: String(i) }));
    const { figures, misses } = measure(judgements, ({ query }) =>
      answer('text', ...(ranked[Number(query)] ?? []).map((id) => [id, 'text'] as const)),
    );
    expect(figures).toEqual([
      { kind: 'noise', split: 'tune', queries: 3, success1: 1 / 3, success3: 2 / 3, mrr: 0.5 },
    ]);
    expect(misses.map(({ rank }) => rank)).toEqual([2, 0]);
    expect(total(figures, 'all', 'tune').mrr).toBeCloseTo(0.5);
    expect(total(figures, 'all', 'held-out').queries).toBe(0);
  });

  it('faults a rejected article above the accepted one, and not below it', () => {
    const judgement = { ...BASE, reject: ['r'] };
    expect(brokenRule(judgement, answer('text', ['r', 'text'], ['a', 'text']))).not.toBe('');
    expect(brokenRule(judgement, answer('text', ['r', 'text']))).not.toBe('');
    expect(brokenRule(judgement, answer('text', ['a', 'text'], ['r', 'text']))).toBe('');
  });

  it('faults an unknown code that is answered as a known one', () => {
    const judgement = { ...BASE, kind: 'unknown-code', present: ['e3'] };
    const good = answer('unknown-code', ['a', 'procedure'], ['e3', 'similar-code']);
    expect(brokenRule(judgement, good)).toBe('');
    expect(brokenRule(judgement, answer('exact-code', ['e3', 'exact-code']))).not.toBe('');
    expect(brokenRule(judgement, answer('unknown-code', ['a', 'procedure'], ['e3', 'text']))).not.toBe('');
    expect(
      brokenRule(
        judgement,
        answer('unknown-code', ['a', 'procedure'], ['e3', 'similar-code'], ['x', 'text']),
      ),
    ).not.toBe('');
  });

  it('faults a number that is taken for a code', () => {
    const judgement = { ...BASE, kind: 'number-not-code' };
    expect(brokenRule(judgement, answer('exact-code', ['a', 'exact-code']))).not.toBe('');
    expect(brokenRule(judgement, answer('unknown-code', ['a', 'procedure']))).not.toBe('');
    expect(brokenRule(judgement, answer('text', ['a', 'text']))).toBe('');
  });

  it('wants every owner of a code shown, and the channel asked for', () => {
    const judgement = { ...BASE, kind: 'several-channels', present: ['a', 'b'] };
    const both = answer('exact-code', ['a', 'exact-code'], ['b', 'exact-code']);
    expect(brokenRule(judgement, { ...both, askChannel: true })).toBe('');
    expect(brokenRule(judgement, both)).not.toBe('');
    expect(
      brokenRule(judgement, { ...answer('exact-code', ['a', 'exact-code']), askChannel: true }),
    ).not.toBe('');
  });

  it('splits about three to two, and by the query alone', () => {
    const tune = Array.from({ length: 1000 }, (_, i) => splitOf(`余额不足${i}`)).filter(
      (split) => split === 'tune',
    );
    expect(tune.length).toBeGreaterThan(550);
    expect(tune.length).toBeLessThan(650);
    expect(splitOf('余额不足')).toBe(splitOf('余额不足'));
  });

  it('refuses a line that is not a judgement, by its number', () => {
    const good = '{"query":"51","accept":["a"],"kind":"k","split":"tune"}';
    expect(parseJudgements(`${good}\n`)).toEqual([{ ...BASE, query: '51', accept: ['a'], kind: 'k' }]);
    for (const bad of [
      '{"query":"51"}',
      good.replace('["a"]', '[]'),
      good.replace('"k"', '"k","rejects":[]'),
    ]) {
      expect(() => parseJudgements(`${good}\n${bad}`)).toThrow('judgements.ndjson:2');
    }
  });
});
