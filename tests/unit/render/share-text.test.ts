import { expect, test } from 'vitest';
import { type Article, type Block, parseArticleId } from '../../../src/bundle/article.ts';
import { shareText } from '../../../src/render/share-text.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

function article(): Article {
  const id = parseArticleId('codes/terminal/e3');
  if (id === undefined) throw new Error('not an id');
  return {
    id,
    kind: 'code',
    title: '先查扣款',
    summary: '说法不一。',
    codes: ['E3'],
    aliases: [],
    channel: 'terminal',
    verdict: { money: 'uncertain', moneyReason: '可能扣了。', retry: 'check-first', retryReason: '' },
    customer: null,
    lines: [],
    agreement: null,
    sources: [],
    reviewed: '2026-11-20',
    expires: '',
    related: [],
    body: [
      { kind: 'heading', level: 2, text: '现在怎么做', slug: 'now' },
      { kind: 'steps', items: [[paragraph('先别再刷。')], [paragraph('查末笔。')]] },
      { kind: 'device', line: 'dianqian', content: [paragraph('不出纸。')] },
      { kind: 'device', line: 'zhineng', content: [paragraph('看收款App。')] },
      paragraph('其余的话。'),
    ],
    triage: null,
  };
}

test('hands on code, both verdicts, the steps for this terminal, the review date and the link', () => {
  expect(shareText(article(), 'zhineng', 'https://a.example/#/x')).toBe(
    [
      'E3 先查扣款',
      '说法不一。',
      '顾客的钱：状态不明。可能扣了。',
      '能再刷吗：先查后刷。',
      '现在怎么做：',
      '1. 先别再刷。',
      '2. 查末笔。',
      '智能 POS：看收款App。',
      'POS 故障速查，2026年11月20日复核',
      'https://a.example/#/x',
    ].join('\n'),
  );
});

test('hands on the text for every terminal where the line is not known', () => {
  const text = shareText(article(), 'unset', '');
  expect(text).toContain('电签 POS：不出纸。');
  expect(text).toContain('智能 POS：看收款App。');
});
