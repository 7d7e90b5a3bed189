// Folding: what looks the same to a merchant becomes the same text. Two strengths. Article text is folded unit by unit, so
// that an offset into the folded text is an offset into the original, and highlights need no table. Queries are folded
// further (whole NFKC, obfuscated spellings), because nothing points back into them.
//
// Both are idempotent: folding what is folded changes nothing. The tests hold that for arbitrary text.

import { isPlain } from './letters.ts';

/** A traditional or variant character (as a UTF-16 unit) → the simplified one; the unit itself where there is none. */
export type Simplify = (unit: number) => number;

export const asWritten: Simplify = (unit) => unit;

/** Longest query that is looked at, in UTF-16 units; what follows is ignored, so that the work has a bound. */
export const MAX_QUERY = 128;

/** What toLowerCase, as a whole, leaves to be looked at unit by unit. */
const UNUSUAL = /[^\t\n\x20-\x40\x5b-\x7e\u4e00-\u9fff]/g;

/** Case, width and compatibility forms, character variants. The result has the length of `text`, unit for unit. */
export function foldText(text: string, simplify: Simplify = asWritten): string {
  // İ alone becomes longer.
  const lower = text.toLowerCase();
  const folded = (lower.length === text.length ? lower : text).replace(UNUSUAL, foldUnit);
  if (simplify === asWritten) return folded;
  let simplified = '';
  let from = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const plain = unit < 0x4e00 || unit > 0x9fff ? unit : simplify(unit);
    if (plain === unit) continue;
    simplified += folded.slice(from, i) + String.fromCharCode(plain);
    from = i + 1;
  }
  return simplified + folded.slice(from);
}

/** What was folded before: at most one entry a UTF-16 unit, and a text holds few different ones. */
const known = new Map<string, string>();

function foldUnit(unit: string): string {
  let folded = known.get(unit);
  if (folded === undefined) {
    const form = unit.normalize('NFKC').toLowerCase().normalize('NFKC');
    folded = form.length === 1 ? form : unit;
    known.set(unit, folded);
  }
  return folded;
}

// Spellings that get round word filters, found in copied web articles: a syllable before its own character, or instead.
const OBFUSCATED: readonly (readonly [RegExp, string])[] = [
  [/ka+(?=卡)/g, ''],
  [/fa(?=票)/g, '发'],
  [/wei(?=信)/g, '微'],
  [/\bv[x信](?![a-z0-9])|[薇威]信/g, '微信'],
  [/\bzfb(?![a-z0-9])|支付bao/g, '支付宝'],
];

/** 没_信_号, p o s 机 没 网: characters one by one, the last of them Han. No lookbehind: Safari has it since 16.4 only. */
const PULLED_APART =
  /(^|[^\u4e00-\u9fffa-z0-9])((?:[\u4e00-\u9fffa-z][ _.*·-]+){2,}[\u4e00-\u9fff])(?![\u4e00-\u9fffa-z0-9])/g;

/** Everything that foldText folds, and besides: whole NFKC, marks and controls dropped, blanks single, ka卡 → 卡. */
export function foldQuery(text: string, simplify: Simplify = asWritten): string {
  const once = foldText(clean(text), simplify);
  let folded = once;
  for (const [pattern, plain] of OBFUSCATED) folded = folded.replace(pattern, plain);
  folded = folded.replace(PULLED_APART, (_, before, signs) => before + signs.replace(/[ _.*·-]+/g, ''));
  return folded.slice(0, MAX_QUERY).trim();
}

/**
 * NFKC can lengthen a text eighteen times over, so the limit is applied before and after it. Of surrogates, those without
 * their other half are dropped: the u flag takes a pair as one character.
 */
function clean(text: string): string {
  if (isPlain(text)) return text.slice(0, MAX_QUERY).toLowerCase().replace(/\s+/g, ' ');
  return text
    .slice(0, MAX_QUERY)
    .replace(/[\uD800-\uDFFF]/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{M}]/gu, '')
    .replace(/ +/g, ' ')
    .slice(0, MAX_QUERY);
}
