import { describe, expect, test } from 'vitest';
import { articleHeadings, articleText } from '../../../src/bundle/article-text.ts';
import { articleOf, code, SOURCES } from '../compile/compile-files.ts';

const BODY = `
开头**要紧**的话。

## 现在怎么做

1. 先别再刷。
2. 看[[codes/ums/3e|这篇]]。

::: 智能
### 在屏幕上
看 \`E3\`。
:::

| 码 | 义 |
|---|---|
| 91 | 超时 |

## 排查

1. 有记录吗?

   看末笔。

   - 有 → 完成: 交货。
   - 没有 → [[codes/ums/3e]]
`;

describe('the text of an article', () => {
  test('is everything that is read, in reading order, without headings', async () => {
    const head = { retryReason: '先查。', customerEnglish: 'Please wait.' };
    const article = await articleOf(
      { ...SOURCES, 'codes/ums/3e.md': code(head, BODY), 'codes/ums/3f.md': code(head, BODY) },
      'codes/ums/3f',
    );
    expect(articleText(article)).toBe(
      [
        '多数没扣,也有少数已经扣了。',
        '应答超时的时候可能已经扣款。',
        '先查。',
        '我先查一下这笔有没有成功,请先不要再付一次。',
        '开头要紧的话。',
        '先别再刷。',
        '看这篇。',
        '看 E3。',
        '码 义',
        '91 超时',
        '有记录吗?',
        '看末笔。',
        '有 交货。',
        '没有 发卡行没有应答',
      ].join('\n'),
    );
    expect(articleHeadings(article)).toEqual(['现在怎么做', '在屏幕上']);
  });
});
