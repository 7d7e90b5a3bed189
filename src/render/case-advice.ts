// What to do about money whose way nobody knows yet. A payment can be voided at the counter only until the day's
// settlement; afterwards only the acquirer can help.

import type { Incident } from '../journal/incident.ts';
import { settlementState } from '../journal/incident-words.ts';

export function settlementAdvice(incident: Incident, now: number): string {
  return settlementState(incident.createdAt, now) === 'before-settlement'
    ? '今天结算以前查清：看收款App或后台有没有这一笔。查清以前别再刷。'
    : '已经过了当天，机器上多半不能撤销了。打收单机构客服，报上小票上的号码查。';
}
