// What an incident is called on the screen and in a report, and how old it is.

import type { Channel } from '../bundle/article.ts';
import type { IncidentState } from './incident.ts';
import type { MyLine } from './my-line.ts';
import { localDay } from './step-progress.ts';

export const STATE_WORDS: Readonly<Record<IncidentState, string>> = {
  open: '待查',
  credited: '已到账',
  reversed: '已冲正',
  refunded: '已退款',
  unresolved: '未解决',
};

/** As the report names the way of payment. */
export const REPORT_CHANNELS: Readonly<Record<Channel, string>> = {
  unionpay: '刷卡·插卡',
  terminal: '机器自己的提示',
  ums: '银联商务自助机',
  gateway: '银联扫码·网关',
  upi: '银联国际扫码',
  wechat: '微信付款码',
  alipay: '支付宝付款码',
};

export const REPORT_LINES: Readonly<Record<MyLine, string>> = {
  dianqian: '电签',
  chuantong: '传统',
  zhineng: '智能',
  unset: '不确定',
};

/** `刚刚`, `8分钟`, `3小时`, `2天`: whole ones, rounded down. `刚刚` too where the clock was set back. */
export function ageWords(since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes}分钟`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}小时`;
  return `${Math.floor(minutes / (24 * 60))}天`;
}

/** Until the day's settlement a payment can still be voided at the counter; afterwards only the acquirer can help. */
export function settlementState(createdAt: number, now: number): 'before-settlement' | 'day-over' {
  return localDay(createdAt) >= localDay(now) ? 'before-settlement' : 'day-over';
}
