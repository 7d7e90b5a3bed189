// What the result of the network test means at the counter: for the phone, and for the terminal beside it. Pure.

import type { NetworkState } from './network-probe.ts';

export interface NetworkWords {
  readonly headline: string;
  /** The phone has a way out. */
  readonly good: boolean;
  readonly terminalOffline: string;
  readonly terminalOnline: string;
}

const PHONE_HAS =
  '手机有网、机器没有：毛病多半在机器、它的流量卡，或收单机构那头。手机关掉 Wi-Fi 再测一次：还有网，说明这里有信号，机器可以先连手机热点（能连 Wi-Fi 的才行）。';
const PHONE_LACKS =
  '手机、机器都没网：多半是这一片没信号，或店里的宽带断了，不一定是机器坏。到门口再测一次。断网时那一笔没查清，别收第二次。';
const BOTH = '手机、机器都有网：不是没网的事。看屏幕上的码或中文，照那个查；也可能是银行或收单机构那头在忙。';
const ONLY_TERMINAL = '手机没网、机器有：收款看机器，照常收。手机查不到到账，不等于没到账，等手机有网再对。';

export function networkWords(state: NetworkState): NetworkWords {
  const has = { good: true, terminalOffline: PHONE_HAS, terminalOnline: BOTH };
  const lacks = { good: false, terminalOffline: PHONE_LACKS, terminalOnline: ONLY_TERMINAL };
  switch (state.kind) {
    case 'online':
      return { ...has, headline: `手机有网，${state.milliseconds} 毫秒就通` };
    case 'host-failed':
      return { ...has, headline: `手机有网，只是手册的网站出错（${state.status}）` };
    case 'intercepted':
      return {
        headline: '连上了 Wi-Fi，但被登录页挡住',
        good: false,
        terminalOffline:
          '机器要是也连这个 Wi-Fi，一样被挡住：先在手机上登录，或者让机器改用流量卡、手机热点。',
        terminalOnline: ONLY_TERMINAL,
      };
    case 'too-slow':
      return { ...lacks, headline: '4 秒没回音，网太慢，当没网处理' };
    case 'offline':
      return { ...lacks, headline: '手机现在没网' };
  }
}
