import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitOf } from '../../../src/compile/compile-triage.ts';
import { articleOf, code, guide, problemsOf, SOURCES, STEPS } from './compile-files.ts';

const HEAD_LINES = code({}, '').split('\n').length + 2;

function files(triage: string) {
  const article = code({}, `\n## 排查\n${triage}\n${STEPS}`);
  return { ...SOURCES, 'codes/ums/3e.md': article, 'guides/x.md': guide('', '查网络') };
}

async function triageOf(list: string) {
  return (await articleOf(files(list), 'codes/ums/3e')).triage;
}

/** Errors with the line counted from the line after the heading. */
async function errorsOf(list: string): Promise<string[]> {
  return (await problemsOf(files(list))).map((problem) => {
    const [, line, , rule] = /:(\d+):(\d+) (.*)$/.exec(problem) ?? [];
    return `${Number(line) - HEAD_LINES + 1} ${rule}`;
  });
}

describe('a triage', () => {
  test('becomes a graph of questions', async () => {
    const list = `1. 有成功记录吗?
   - 有 → 完成: 已经收款。
   - 没有 → 2
   - 找不到菜单 → [[guides/x]]
2. 等 2 分钟,有扣款短信吗?
   - 有 -> [[guides/x|先查]]
   - 没有 → 完成:可以再刷。`;
    expect(await triageOf(list)).toEqual({
      steps: [
        {
          question: [{ kind: 'text', text: '有成功记录吗?' }],
          note: [],
          waitSeconds: 0,
          answers: [
            { text: '有', target: { kind: 'done', outcome: '已经收款。' } },
            { text: '没有', target: { kind: 'step', step: 1 } },
            { text: '找不到菜单', target: { kind: 'article', id: 'guides/x', title: '查网络' } },
          ],
        },
        {
          question: [{ kind: 'text', text: '等 2 分钟,有扣款短信吗?' }],
          note: [],
          waitSeconds: 120,
          answers: [
            { text: '有', target: { kind: 'article', id: 'guides/x', title: '先查' } },
            { text: '没有', target: { kind: 'done', outcome: '可以再刷。' } },
          ],
        },
      ],
    });
  });

  test('keeps what stands between question and answers as a note', async () => {
    const triage = await triageOf(`1. 有吗?

   看屏幕上方。

   ::: 电签
   看小屏。
   :::

   - 有 → 完成: 好
   - 没有 → 完成: 换卡`);
    expect(triage?.steps[0]?.note.map(({ kind }) => kind)).toEqual(['paragraph', 'device']);
  });

  test('leaves the body; other text under its heading stays', async () => {
    const list = '1. 有吗?\n   - 有 → 完成: 好';
    const alone = await articleOf(files(list), 'codes/ums/3e');
    expect(alone.body.map((block) => block.kind === 'heading' && block.text)).toEqual(['现在怎么做', false]);
    const withText = await articleOf(files(`先看这里。\n\n${list}`), 'codes/ums/3e');
    expect(withText.body.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'heading', 'steps']);
  });

  test.each([
    ['an arrow to a step that is not there', '1. a?\n   - 有 → 3', '2 triage-dangling'],
    ['an arrow to step 0', '1. a?\n   - 有 → 0', '2 triage-dangling'],
    [
      'a step that is never reached',
      '1. a?\n   - 有 → 完成: x\n2. b?\n   - 有 → 完成: y',
      '3 triage-unreachable',
    ],
    ['a step without answers', '1. a?\n2. b?\n   - 有 → 完成: y', '1 triage-no-answers'],
    ['a step that only leads to itself', '1. a?\n   - 有 → 1', '1 triage-no-exit'],
    [
      'a loop without an exit',
      '1. a?\n   - 有 → 2\n   - 无 → 完成: x\n2. b?\n   - 有 → 3\n3. c?\n   - 有 → 2',
      '4 triage-no-exit',
    ],
    ['an answer without an arrow', '1. a?\n   - 有 → 完成: x\n   - 没有', '3 triage-arrow'],
    ['an arrow to nothing', '1. a?\n   - 有 →', '2 triage-target'],
    ['an end that says nothing', '1. a?\n   - 有 → 完成', '2 triage-target'],
    ['an end that says nothing after its colon', '1. a?\n   - 有 → 完成: ', '2 triage-target'],
    ['an arrow to words', '1. a?\n   - 有 → 下一步', '2 triage-target'],
    ['an arrow to an article that is not there', '1. a?\n   - 有 → [[guides/y]]', '2 dangling-link'],
    ['an answer without text', '1. a?\n   - → 完成: x', '2 triage-answer'],
    ['an answer given twice', '1. a?\n   - 有 → 完成: x\n   - 有 → 完成: y', '3 triage-answer'],
    ['no list', '先看看。', '0 triage-empty'],
    ['a list of bullets', '- 有 → 1', '0 triage-empty'],
    [
      'a list that is interrupted',
      '1. a?\n   - 有 → 2\n\n::: 电签\nx\n:::\n\n2. b?\n   - 有 → 完成: x',
      '8 triage-split',
    ],
    ['text after the answers', '1. a?\n   - 有 → 完成: x\n\n   再看。', '4 triage-no-answers'],
    [
      'numbers that do not count',
      '1. a?\n   - 有 → 完成: x\n   - 无 → 3\n3. b?\n   - 有 → 完成: y',
      '4 triage-number',
    ],
  ])('with %s is refused', async (_, list, expected) => {
    const errors = await errorsOf(`${list}\n`);
    expect(errors).toContain(expected);
  });

  test('is not looked for in a guide whose list has no arrows', async () => {
    const article = await articleOf({ 'guides/a.md': guide('## 排查\n\n1. 看灯。\n2. 看线。') });
    expect(article.triage).toBeNull();
    expect(article.body.map(({ kind }) => kind)).toEqual(['heading', 'list']);
  });

  test('is accepted exactly when every step is reached and an end can be reached from every step', async () => {
    const anyGraph = fc.integer({ min: 1, max: 5 }).chain((count) =>
      fc.array(fc.array(fc.integer({ min: 0, max: count }), { minLength: 1, maxLength: 3 }), {
        minLength: count,
        maxLength: count,
      }),
    );
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        // 0 is an end, n is step n.
        const list = graph.map((targets, i) => {
          const answers = targets.map((target, j) => `   - 答${j} → ${target === 0 ? '完成: 好' : target}`);
          return `${i + 1}. 问?\n${answers.join('\n')}`;
        });
        const errors = (await errorsOf(list.join('\n'))).filter((error) => error.includes('triage'));
        expect(errors.length === 0).toBe(isSound(graph));
      }),
      { numRuns: 60 },
    );
  });
});

/** The naive version: walk all paths. */
function isSound(graph: readonly (readonly number[])[]): boolean {
  const reachable = (from: number, seen = new Set<number>()): Set<number> => {
    for (const target of graph[from - 1] ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      if (target !== 0) reachable(target, seen);
    }
    return seen;
  };
  const fromFirst = reachable(1, new Set([1]));
  return graph.every((_, i) => fromFirst.has(i + 1) && reachable(i + 1).has(0));
}

describe('a wait in a question', () => {
  test.each([
    ['等 60 秒,有短信吗?', 60],
    ['等60秒再看', 60],
    ['等 2 分钟,请顾客看账单', 120],
    ['等两分钟', 120],
    ['等半分钟', 30],
    ['等十秒', 10],
    ['等待 30 秒', 30],
    ['等 1-2 分钟', 120],
    ['等 1.5 分钟', 90],
    ['等 600 分钟', 3600],
    ['等一下,再看', 0],
    ['屏幕等待中?', 0],
    ['超过 60 秒了吗?', 0],
    ['等 999999999999999999999999 秒', 3600],
    ['', 0],
  ])('%s is %i seconds', (question, seconds) => {
    expect(waitOf(question)).toBe(seconds);
  });
});
