// Where a query may mention a code. Merchants write codes inside sentences (刷卡机提示91, 显示“97终端未登记”) beside numbers
// that are none (2025年, 1分钟内, 13.50元). This file says what could be a code and how strongly the words around it say so;
// whether a document owns it is not known here.

import { hasLetters } from './letters.ts';

export interface CodeMention {
  /** As codeKey gives it. */
  readonly key: string;
  /** Half-open, in UTF-16 units of the folded query. */
  readonly start: number;
  readonly end: number;
  /** 2: 错误码 or its like stands beside it; 1: 显示, 提示 … stands before it; 0: neither. */
  readonly marked: 0 | 1 | 2;
  /** Nothing else in the query says anything. */
  readonly alone: boolean;
  /** A bare number in the middle of a sentence, as 85 in 收了85没给小票: a code only if its document speaks of the rest. */
  readonly doubtful: boolean;
}

const GROUP = /[a-z0-9]+(?:[ _\-.:·/]+[a-z0-9]+)*/g;
// A word that marks a code may stick to it: err55.
const PART = /(?:err(?:or)?|code|pos|upi|wx|zfb)(?=[0-9])|[a-z0-9]+/g;
const MARKING = /^(?:err(?:or)?|code|pos|upi|wx|zfb)$/;
const MAX_PARTS = 16;
const MAX_JOINED = 6;

// What follows a number that counts or dates something. 90日切 is a code and its name.
const UNIT =
  /^\d ?(?:年|月|日(?!切)|号(?!码)|元|块|角|毛|分(?!析|期)|万|千|百(?!富)|秒|小?时|点|天|次|个|张|笔|台|人|家|折|周|倍|位|层|楼|节|纸|键|路|[开打]头|操作员|到\d|[%*×]|[wk]\b|,\d)/;
// What stands before such a number, and its first sign; brands stand before the name of a model.
const COUNTED =
  /(?:第|[¥$]|[号员]|金额|超过|满|[收付扣花充退交扫减][了成]|[一两三几]个|[输打按]成了?|\d,)\d$|(?:红米|小米|苹果|华为|荣耀|三星|一加|iphone|vivo|oppo|redmi|联迪|新大陆|百富) ?\w$/;
const QUOTES = String.raw`(?:[^\w\u4e00-\u9fff]|是|为)*`;
// No lookbehind here: Safari has it since 16.4 only, and a script that holds one does not start there.
const CODE_WORD = '(?:^|[^款维扫条号密权证])码|code|err(?:or)?|错误|故障|报错';
const STRONG_BEFORE = new RegExp(`(?:${CODE_WORD})${QUOTES}$`);
const STRONG_AFTER = new RegExp(
  `^${QUOTES}号?(?:错误?(?:代|编)?码|(?:代|编|应答|返回|响应|状态|故障)码|code|error|错误|报错)`,
);
const WEAK_BEFORE = new RegExp(
  `(?:显示|提示|报|出现?|[弹跳蹦冒打吐亮]出?|返?回|遇到|写着?|又来?|[都还老总就又]是)[来个了]{0,2}${QUOTES}$`,
);
/**
 * In the order of the query; a longer mention stands before the shorter ones inside it. `query` and `said` are as
 * in a query plan.
 */
export function findCodeMentions(query: string, said: string): CodeMention[] {
  const mentions: CodeMention[] = [];
  for (const group of query.matchAll(GROUP)) {
    const parts = [...group[0].matchAll(PART)].slice(0, MAX_PARTS);
    const loose = looseBorders(group[0], parts);
    for (let first = 0; first < parts.length; first++) {
      if (loose[first] !== true) continue;
      for (let last = Math.min(parts.length, first + MAX_JOINED) - 1; last >= first; last--) {
        if (loose[last + 1] !== true) continue;
        const start = group.index + (parts[first]?.index ?? 0);
        const end = group.index + (parts[last]?.index ?? 0) + (parts[last]?.[0].length ?? 0);
        const mention = mentionAt(query, start, end, said);
        if (mention !== undefined) mentions.push(mention);
      }
    }
  }
  return mentions;
}

/**
 * Whether a mention may begin at part i, or end before it. E-33 is E33 or nothing, and so are 12.30 and 2025-11-20; but
 * `pos E3`, `code:51` and `err55` hold a code of their own.
 */
function looseBorders(group: string, parts: readonly RegExpExecArray[]): boolean[] {
  const numeric = /^[\d\-.:/]+$/.test(group);
  const loose = parts.map((part, i) => {
    const before = parts[i - 1];
    if (before === undefined) return true;
    const between = group.slice(before.index + before[0].length, part.index);
    return (
      !numeric && (/[ :/]/.test(between) || (MARKING.test(before[0]) && !/_[a-z]/.test(between + part[0])))
    );
  });
  return [...loose, true];
}

function mentionAt(query: string, start: number, end: number, said: string): CodeMention | undefined {
  const before = query.slice(0, start);
  const after = query.slice(end);
  const key = query.slice(start, end).replace(/[^a-z0-9]/g, '');
  if (/^\d{7,}$/.test(key)) return undefined;
  const strong = STRONG_BEFORE.test(before) || STRONG_AFTER.test(after);
  if (!strong && (isCounted(query, start, end) || /^\d+[.:/-]\d/.test(query.slice(start, end))))
    return undefined;
  const marked = strong ? 2 : WEAK_BEFORE.test(before) ? 1 : 0;
  const begins = !hasLetters(said.slice(0, start));
  const ends = !hasLetters(said.slice(end));
  const doubtful = marked === 0 && !begins && !ends && /^\d+$/.test(key);
  return { key, start, end, marked, alone: begins && ends, doubtful };
}

/** Whether the number at `start` … `end` counts, dates or names something: 2025年, 55块, 尾号5512. */
export function isCounted(query: string, start: number, end: number): boolean {
  return UNIT.test(query.slice(end - 1)) || COUNTED.test(query.slice(0, start + 1));
}

/** Short, with a digit: what nobody would take for a word. 4g, and numbers too long for a screen, are no codes. */
export function looksLikeCode({ key }: CodeMention): boolean {
  return /\d/.test(key) && key.length <= 8 && !/^(?:[2-5]g|\d{7,})$/.test(key);
}

/**
 * Whether a mention that no document owns is still the thing asked for, so that the answer must be "unknown code" and not
 * the nearest text. A bare number in a sentence that says something (101 每个二维码仅限使用一次) is not.
 */
export function asksForCode(mention: CodeMention): boolean {
  const { key, alone, marked } = mention;
  if (alone && marked === 2 && /^[a-z]{1,3}$/.test(key))
    return !/^(?:mac|pin|sim|pos|nfc|app|ic|pax)$/.test(key);
  if (!looksLikeCode(mention)) return false;
  return alone || marked === 2 || /^e\d{1,3}$/.test(key) || (marked === 1 && /[a-z]/.test(key));
}

/** A name of the kind that programs give to errors, XML_FORMAT_ERROR or ACQ.TRADE_FAIL: words joined without a blank. */
export function isIdentifier(query: string, { start, end }: CodeMention): boolean {
  return /^[a-z]+(?:[_.][a-z]+)+$/.test(query.slice(start, end));
}
