import { describe, expect, test } from 'vitest';
import { nearDuplicates } from '../../../src/compile/near-duplicates.ts';
import { code, guide, problemsOf, SOURCES, STEPS } from './compile-files.ts';

/** Warnings of one code article, as `line rule`. */
async function warningsOf(head: Record<string, string>, body: string, more: Record<string, string> = {}) {
  const problems = await problemsOf({ ...SOURCES, 'codes/ums/3e.md': code(head, body), ...more });
  return problems.map((problem) => problem.replace(/^codes\/ums\/3e\.md:(\d+):\d+/, '$1'));
}

/** The line after the head. */
const BODY_LINE = code({}, '').split('\n').length;

describe('a warning', () => {
  test('is given for a step above 60 characters, on its own line', async () => {
    const ok = `先查末笔再看账单${'先'.repeat(52)}`;
    const body = `\n## 现在怎么做\n\n1. ${ok}\n2. ${ok}查\n`;
    expect(await warningsOf({}, body)).toEqual([`${BODY_LINE + 4} step-too-long`]);
  });

  test('is given for more than 9 steps', async () => {
    const steps = (count: number) =>
      `\n## 现在怎么做\n\n${Array.from({ length: count }, (_, i) => `${i + 1}. 查\n`).join('')}`;
    expect(await warningsOf({}, steps(9))).toEqual([]);
    expect(await warningsOf({}, steps(10))).toEqual([`${BODY_LINE + 1} too-many-steps`]);
  });

  test('is given for a code without steps', async () => {
    expect(await warningsOf({}, '\n正文。\n')).toEqual([`${BODY_LINE} steps-missing`]);
  });

  test('is given for a frequent code without a triage', async () => {
    const frequent = { 'frequent.yaml': '- codes/ums/3e\n' };
    expect(await warningsOf({}, STEPS, frequent)).toEqual(['2 triage-missing']);
    const triage = `${STEPS}\n## 排查\n\n1. 有吗?\n   - 有 → 完成: 好\n`;
    expect(await warningsOf({}, triage, frequent)).toEqual([]);
  });

  test('is given for an answer that is too long for a button', async () => {
    const triage = `${STEPS}\n## 排查\n\n1. 有吗?\n   - 有很多很多很多很多很多 → 完成: 好\n`;
    expect(await warningsOf({}, triage)).toEqual([`${BODY_LINE + 9} answer-too-long`]);
  });

  test('is given for a code that was not charged and says nothing of a debit all the same', async () => {
    const head = { money: 'not-charged' };
    const target = { 'guides/charged-but-no-receipt.md': guide('', '扣了钱没小票') };
    expect(await warningsOf(head, STEPS, target)).toEqual(['5 debit-line-missing']);
    const linked = `${STEPS}3. 按[[guides/charged-but-no-receipt]]处理。\n`;
    expect(await warningsOf(head, linked, target)).toEqual([]);
  });

  test('is given for a term written another way, except in aliases and within the term itself', async () => {
    const glossary = { 'glossary.yaml': '- { use: 小票, not: [凭条] }\n- { use: 收单机构, not: [收单] }\n' };
    const head = { aliases: '[凭条打不出]' };
    const body = `\n收单机构的凭条和收单方。\n${STEPS}`;
    expect(await warningsOf(head, body, glossary)).toEqual([
      `${BODY_LINE + 2} glossary`,
      `${BODY_LINE + 2} glossary`,
    ]);
  });

  test('is given for two articles of one channel with the same code', async () => {
    const other = {
      'codes/ums/3f.md': code(
        { code: '["91", "3f"]', summary: '别的。', moneyReason: '不同。', customer: '您好。' },
        STEPS,
      ),
    };
    expect(await warningsOf({ code: '"3F"' }, STEPS, other)).toEqual(['codes/ums/3f.md:3:7 code-twice']);
  });

  test('is given for a title that is long or ends in punctuation', async () => {
    expect(await warningsOf({ title: `${'长'.repeat(16)}。` }, STEPS)).toEqual([
      '2 title-punctuation',
      '2 title-too-long',
    ]);
  });

  test('is given for an article that is nearly the same as another', async () => {
    const text = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');
    const body = `\n${text}\n${STEPS}`;
    const problems = await problemsOf({
      ...SOURCES,
      'codes/ums/3e.md': code({ code: '"3E"' }, body),
      'codes/ums/3f.md': code({ code: '"3F"', money: 'charged', retry: 'no' }, body),
    });
    expect(problems).toEqual(['codes/ums/3f.md:2:8 near-duplicate']);
  });
});

describe('near duplicates', () => {
  test('are exactly the pairs that comparing all with all finds', () => {
    const random = lcg(7);
    const texts = Array.from({ length: 60 }, () => {
      const start = Math.floor(random() * 6) * 40;
      return Array.from({ length: 80 }, (_, i) =>
        String.fromCodePoint(0x4e00 + start + i + (random() < 0.1 ? 500 : 0)),
      ).join('');
    });
    const naive: string[] = [];
    for (const [second, b] of texts.entries()) {
      for (const [first, a] of texts.slice(0, second).entries())
        if (jaccard(a, b) >= 0.5) naive.push(`${first} ${second}`);
    }
    const found = nearDuplicates(texts, 0.5);
    expect(naive.length).toBeGreaterThan(20);
    expect(found.map(({ first, second }) => `${first} ${second}`).sort()).toEqual(naive.sort());
    for (const { first, second, similarity } of found) {
      expect(similarity).toBeCloseTo(jaccard(texts[first] ?? '', texts[second] ?? ''), 10);
    }
  });

  test('are not looked for among texts of a few words', () => {
    expect(nearDuplicates(['短', '短', '同样的短文', '同样的短文'], 0.5)).toEqual([]);
  });
});

function jaccard(a: string, b: string): number {
  const bigrams = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [bigrams(a), bigrams(b)];
  const common = [...left].filter((bigram) => right.has(bigram)).length;
  return common / (left.size + right.size - common);
}

/** A linear congruential generator, 0 ≤ x < 1 (Numerical Recipes' constants). */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
