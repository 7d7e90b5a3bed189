// What the screen calls things: short, as a cashier says them. One place, so that a thing has one name everywhere; what only
// the second script says is in more-words.ts.

import type { Channel, Line, Money, Retry } from '../bundle/article.ts';

export const MONEY_WORDS: Record<Money, string> = {
  charged: '已扣款',
  'not-charged': '未扣款',
  uncertain: '状态不明',
  'not-applicable': '不涉及',
};

const RETRY_WORDS: Record<Retry, string> = {
  yes: '可以再刷',
  'check-first': '先查后刷',
  no: '先别刷',
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

/** Payments by code are scanned, not swiped: the same words as at that counter. */
function asPaid(words: string, channel: string): string {
  return SCAN_CHANNELS.includes(channel) ? words.replace('刷', '扫') : words;
}

export function retryQuestion(channel: string): string {
  return asPaid('能再刷吗', channel);
}

export function retryWords(retry: Retry, channel: string): string {
  return asPaid(RETRY_WORDS[retry], channel);
}

export function channelWords(channel: string): string {
  return channel in CHANNEL_WORDS ? CHANNEL_WORDS[channel as Channel] : '';
}

export const LINE_WORDS: Record<Line, string> = { dianqian: '电签', chuantong: '传统', zhineng: '智能' };
