// Codes as they are said: who dictates to the phone gets 跳五一, e三 or 四万零四 for what the screen shows as 51, E3 and 40004. Numerals
// become digits only where the words around them make a code of them: 五一放假 and 一直转 stay as they are.

import { MAX_QUERY } from '../analysis/fold-text.ts';

// biome-ignore format: a table
const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 幺: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const NUMERALS = `[${Object.keys({ ...DIGITS, ...PLACES }).join('')}]`;

const CHANNEL =
  '微信|支付宝|wx|zfb|云闪付|银联商务|银联|网关|刷卡|插卡|挥卡|扫码|信用卡|储蓄卡|机器|刷卡机|pos机?';
// A letter, what shows or names codes, or the beginning of the query.
const LETTER = '(?<letter>(?:^|[^a-z])[a-z]{1,2}[ -]?)';
const SHOWN =
  '(?<shown>(?:显示|提示|报错?|出现?|[弹跳蹦冒打吐亮]出?|返回|写着?|错误|故障|代码|码)[来个了是为:： ]{0,2})';
const BEGUN = `^(?:${CHANNEL})?[ ,，]*`;
// Behind a number that counts stands what it counts.
const AFTER = '(?=$|[\\s,，.。!！?？"”’)）]|了|是|啥|什么|咋|怎|的|吗|呢|代码|错|码|故障)';
const SPOKEN = new RegExp(`(?:${LETTER}|${SHOWN}|${BEGUN})(?<numerals>${NUMERALS}+)${AFTER}`, 'giu');

/** The query with codes in digits, as a screen shows them. */
export function writeSpokenCodes(query: string): string {
  // A paste, of which the beginning is searched, and nobody has said it.
  if (query.length > MAX_QUERY) return query;
  return query.replace(SPOKEN, (match, ...rest) => {
    const { letter, shown, numerals = '' } = rest.at(-1) as Record<string, string | undefined>;
    const before = match.slice(0, match.length - numerals.length);
    const digits = digitsOf(numerals);
    if (letter !== undefined) return before + digits;
    // One numeral is a word of its own, and a round sum an amount.
    if (digits.length < 2 || (shown === undefined && /[百千]|[十万]$/.test(numerals))) return match;
    return before + digits;
  });
}

/** 五一 is 51 sign by sign, 四万零四 is 40004 by places. */
function digitsOf(numerals: string): string {
  const signs = [...numerals];
  if (signs.every((sign) => sign in DIGITS)) return signs.map((sign) => DIGITS[sign]).join('');
  let above = 0;
  let below = 0;
  let digit = 0;
  for (const sign of signs) {
    const place = PLACES[sign];
    if (place === undefined) digit = DIGITS[sign] ?? 0;
    else if (place === 10_000) {
      above = (below + digit || 1) * place;
      below = digit = 0;
    } else {
      below += (digit || 1) * place;
      digit = 0;
    }
  }
  return String(above + below + digit);
}
