// Words of a query that say who speaks the code: 微信 05 is not 刷卡 05. Card and QR kinds never share a meaning, so where
// the query is silent and both kinds own a code, the merchant has to be asked.

const CARD = ['unionpay', 'terminal', 'ums'] as const;
const QR = ['gateway', 'upi', 'wechat', 'alipay'] as const;

const WORDS: readonly (readonly [pattern: RegExp, channels: readonly string[], narrow: boolean])[] = [
  [/银联商务|全民付|自助终端/, ['ums'], true],
  [/微信|绿色?的?(?:付款)?码|wechat|weixin|wx(?![a-z])/, ['wechat'], true],
  [/支付宝|蓝色?的?(?:付款)?码|alipay|zhifubao|zfb/, ['alipay'], true],
  [/银联国际|upi/, ['upi'], true],
  [/云闪付(?!.{0,4}[碰贴挥])|银联(?:二维码|扫码|网关|码)|网关/, ['gateway', 'upi'], true],
  [/扫[^码]{0,3}码|二维码|付款码|收款码|扫一扫|被扫|主扫|扫不/, QR, false],
  [/刷卡|插卡|挥卡|磁条|芯片|银行卡|信用卡|储蓄卡|闪付/, CARD, false],
];

export interface ChannelHint {
  readonly channels: readonly string[];
  /** Payers named (微信), not a whole kind (扫码). */
  readonly narrow: boolean;
}

/** `query` is folded. All payers that it names, else all kinds; undefined where it does not say. */
export function findChannel(query: string): ChannelHint | undefined {
  const named = WORDS.filter(([pattern]) => pattern.test(query));
  const narrow = named.some((word) => word[2]);
  const channels = named.filter((word) => word[2] === narrow).flatMap((word) => word[1]);
  return channels.length > 0 ? { channels, narrow } : undefined;
}

/** 'card', 'qr', or '' for a channel of neither kind. */
export function kindOfChannel(channel: string): 'card' | 'qr' | '' {
  if (CARD.some((name) => name === channel)) return 'card';
  return QR.some((name) => name === channel) ? 'qr' : '';
}

const ORDER: readonly string[] = [...CARD, ...QR];

/** Where a code has several owners: the card host first, it is asked by far the most. Unknown channels last. */
export function orderOfChannel(channel: string): number {
  const at = ORDER.indexOf(channel);
  return at < 0 ? ORDER.length : at;
}
