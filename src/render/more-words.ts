// Words that only the second script says: see words.ts.

import type { Agreement } from '../bundle/article.ts';
import type { MyLine } from '../journal/my-line.ts';
import { LINE_WORDS } from './words.ts';

export const MY_LINE_WORDS: Record<MyLine, string> = { ...LINE_WORDS, unset: '不确定' };

export const AGREEMENT_WORDS: Record<Agreement, string> = {
  agree: '说法一致',
  disagree: '说法不一',
  single: '单一来源',
};

/** `2026-11-20` → `2026年11月20日`; anything else unchanged. */
export function chineseDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** Bytes as a merchant reads them; kB and MB are decimal. */
export function byteWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Whole per cent of `done` in `total`, rounded down: 100 means all. */
export function percent(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((done / total) * 100);
}
