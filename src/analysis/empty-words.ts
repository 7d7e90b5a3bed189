// Words that carry nothing here. Every query is about a POS terminal that shows something and what to do about it, so
// these words do not decide a ranking: they keep a small weight, and a document need not hold them.
// Both lists are compiled into the index (lexicon.ts), so that the script does not carry them.
//
// Not in the first: words that decide between articles, such as 不, 没, 扣, 刷, 退.

/** Separated by bars; where two begin alike the longer one stands first. */
export const EMPTY_WORDS =
  '怎么办|怎么回事|怎么解决|怎么处理|怎么弄|怎么破|怎么搞|怎么样|怎么|怎样|咋办|咋回事|咋整|咋|如何解决|如何处理|如何|什么意思|' +
  '是啥意思|啥意思|什么原因|是什么|什么|为什么|为啥|啥|究竟|到底|请问|求助|急急急|在线等|多种原因|都有什么|有什么|有哪些|哪些|' +
  '解决办法|解决方案|解决方法|解决策略|应对策略|处理方法|处理办法|注意事项|常见问题解答|常见问题|深度分析|简单操作|步骤详解|的含义|含义|' +
  '解读|解析|意义|意思|分析|策略|原因|解答|方法|办法|措施|问题|解决|处理|情况|机器上|' +
  '拉卡拉|立刷|钱宝|聚赢家|融源|百富|浦发|建行|盛付通|银盛|海科|乐刷|瑞银信|嘉联|随行付|合利宝|开店宝|新大陆|联迪|' +
  'pos终端|pos机|刷卡机|收银机|pos|机具|机子|机器|屏幕|上面|页面|操作时|使用时|时候|一直|老是|总是|突然|经常|今天|刚才|遇到|遭遇|出现|发生|' +
  '提示|显示|弹出|跳出|报错|报|说|刷卡|一个|这个|那个|以及|与|及|和|的|了|吗|呢|啊|呀|吧|是|我|我的|你好|您好|帮我|一下';

/** What is said of any code. A query that holds only these and empty words beside a number asks for the code. */
export const CODE_WORDS =
  '错误代码|错误编码|错误码|错误|故障代码|故障码|故障|应答代码|应答码|返回代码|返回码|响应码|状态码|代码|编码|码|code|error|err|' +
  '刷卡|插卡|扫码|扫|微信|支付宝|支付|云闪付|银联商务|二维码|付款码|付款|收款|扣钱|扣款|到账|消费|交易|失败|成功|现在|昨天|该';

/** By their first character. */
export type EmptyWords = ReadonlyMap<string, readonly string[]>;

/** `words` as in EMPTY_WORDS; whatever stands there, none is a blank or nothing. */
export function parseEmptyWords(words: string): EmptyWords {
  const byFirst = new Map<string, string[]>();
  for (const word of words.split('|')) {
    if (!/^[a-z0-9\u4e00-\u9fff]+$/.test(word)) continue;
    const first = word.slice(0, 1);
    const alike = byFirst.get(first);
    if (alike === undefined) byFirst.set(first, [word]);
    else alike.push(word);
  }
  return byFirst;
}

/** One byte a UTF-16 unit of the folded `query`: 1 where it belongs to a word of one of the lists. */
export function markEmptyWords(query: string, ...lists: readonly EmptyWords[]): Uint8Array {
  const empty = new Uint8Array(query.length);
  for (const words of lists) {
    for (let at = 0; at < query.length; ) {
      const word = words.get(query[at] ?? '')?.find((one) => query.startsWith(one, at));
      if (word !== undefined) empty.fill(1, at, at + word.length);
      at += word?.length ?? 1;
    }
  }
  return empty;
}

/** `query` with a blank for each unit that is marked. */
export function blankOut(query: string, marks: Uint8Array): string {
  let text = '';
  for (let i = 0; i < query.length; i++) text += marks[i] === 1 ? ' ' : query[i];
  return text;
}

// Characters that join words and say nothing by themselves. Not in it: 不 没 未 无 先 再 请, which turn an advice round.
const JOINING = '的了是在和就都也着这那么之与及或而但被把以为于其个们吗呢吧啊呀';

/** Whether a pair of Han characters only joins what stands around it: 刷了, 的卡. `term` as the tokenizer gives it. */
export function isJoining(term: string): boolean {
  return term.length === 2 && (JOINING.includes(term[0] ?? '?') || JOINING.includes(term[1] ?? '?'));
}
