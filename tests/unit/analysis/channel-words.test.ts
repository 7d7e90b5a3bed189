import { describe, expect, it } from 'vitest';
import { findChannel, kindOfChannel, orderOfChannel } from '../../../src/analysis/channel-words.ts';

describe('findChannel', () => {
  it.each([
    ['微信 05', 'wechat'],
    ['扫码34', 'gateway'],
    ['云闪付05', 'gateway'],
    ['云闪付碰一下没反应', 'unionpay'],
    ['支付宝有风险', 'alipay'],
    ['刷卡04', 'unionpay'],
    ['银联商务3e', 'ums'],
    ['扫银联码出现35', 'gateway'],
  ])('hears in %s the channel %s', (query, channel) =>
    expect(findChannel(query)?.channels).toContain(channel),
  );

  it('hears every payer that is named, and no kind beside them', () => {
    expect(findChannel('微信支付宝都扫不了')).toEqual({ channels: ['wechat', 'alipay'], narrow: true });
    expect(findChannel('刷卡扫码都不行')?.channels).toEqual(expect.arrayContaining(['unionpay', 'gateway']));
  });

  it('hears nothing where the query is silent', () => expect(findChannel('余额不足 51')).toBeUndefined());
});

it('puts card and QR hosts apart, and the card host first', () => {
  expect([kindOfChannel('unionpay'), kindOfChannel('upi'), kindOfChannel('other')]).toEqual([
    'card',
    'qr',
    '',
  ]);
  expect(orderOfChannel('unionpay')).toBeLessThan(orderOfChannel('gateway'));
  expect(orderOfChannel('alipay')).toBeLessThan(orderOfChannel('other'));
});
