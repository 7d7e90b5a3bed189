// What the screen calls things: short, as a cashier says them. One place, so that a thing has one name everywhere.

import type { Agreement, Channel, Line, Money, Retry } from '../bundle/article.ts';
import type { MyLine } from '../journal/my-line.ts';

export const MONEY_WORDS: Record<Money, string> = {
  charged: '已扣款',
  'not-charged': '未扣款',
  uncertain: '状态不明',
  'not-applicable': '不涉及',
};

export const RETRY_WORDS: Record<Retry, string> = {
  yes: '可以再刷',
  'check-first': '先查后刷',
  no: '先别刷',
};

/** Payments by code are scanned, not swiped: the same verdict in the words of that counter. */
export const RETRY_SCAN_WORDS: Record<Retry, string> = {
  yes: '可以再扫',
  'check-first': '先查后扫',
  no: '先别扫',
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  unionpay: '刷卡·插卡',
  terminal: '机器自己的提示',
  ums: '银联商务自助机',
  gateway: '银联扫码·网关',
  upi: '银联国际扫码',
  wechat: '微信付款码',
  alipay: '支付宝付款码',
};

const SCAN_CHANNELS: readonly string[] = ['gateway', 'upi', 'wechat', 'alipay'];

export function isScanChannel(channel: string): boolean {
  return SCAN_CHANNELS.includes(channel);
}

export function channelWords(channel: string): string {
  return channel in CHANNEL_WORDS ? CHANNEL_WORDS[channel as Channel] : '';
}

export const LINE_WORDS: Record<Line, string> = { dianqian: '电签', chuantong: '传统', zhineng: '智能' };

export const MY_LINE_WORDS: Record<MyLine, string> = { ...LINE_WORDS, unset: '不确定' };

export const AGREEMENT_WORDS: Record<Agreement, string> = {
  agree: '说法一致',
  disagree: '说法不一',
  single: '单一来源',
};

export function retryWords(retry: Retry, channel: string): string {
  return (isScanChannel(channel) ? RETRY_SCAN_WORDS : RETRY_WORDS)[retry];
}

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
