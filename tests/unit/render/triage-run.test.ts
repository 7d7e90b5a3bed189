import { describe, expect, test } from 'vitest';
import { parseArticleId, type Triage } from '../../../src/bundle/article.ts';
import { positionAt } from '../../../src/render/triage-run.ts';

const guide = parseArticleId('guides/network-check');
if (guide === undefined) throw new Error('a valid id was refused');

const question = (text: string) => [{ kind: 'text' as const, text }];

const triage: Triage = {
  steps: [
    {
      question: question('有信号吗'),
      note: [],
      waitSeconds: 0,
      answers: [
        { text: '有', target: { kind: 'step', step: 1 } },
        { text: '没有', target: { kind: 'article', id: guide, title: '检查网络' } },
      ],
    },
    {
      question: question('有成功记录吗'),
      note: [],
      waitSeconds: 60,
      answers: [
        { text: '有', target: { kind: 'done', outcome: '已收款' } },
        { text: '再看一次', target: { kind: 'step', step: 1 } },
      ],
    },
  ],
};

describe('triage run', () => {
  test('begins with the first question', () => {
    expect(positionAt(triage, [])).toEqual({ answered: [], at: { kind: 'question', step: triage.steps[0] } });
  });

  test('follows the answers to the end', () => {
    const position = positionAt(triage, [0, 1, 0]);
    expect(position?.answered.map(({ answer }) => answer.text)).toEqual(['有', '再看一次', '有']);
    expect(position?.at).toEqual({ kind: 'end', target: { kind: 'done', outcome: '已收款' } });
  });

  test('an answer can lead to another article', () => {
    expect(positionAt(triage, [1])?.at).toMatchObject({
      kind: 'end',
      target: { kind: 'article', id: guide },
    });
  });

  test('stops at an answer that this version does not have', () => {
    expect(positionAt(triage, [0, 7, 0])?.answered).toHaveLength(1);
  });

  test('answers after the end are ignored', () => {
    expect(positionAt(triage, [1, 0, 0])).toEqual(positionAt(triage, [1]));
  });
});
