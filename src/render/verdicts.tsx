// The two answers that come first: 顾客的钱, then 能再刷吗. Word, sign and colour, always in this order and place.

import type { Money, Retry, Verdict } from '../bundle/article.ts';
import { Icon, MONEY_ICONS, RETRY_ICONS } from './icons.tsx';
import { MONEY_WORDS, retryQuestion, retryWords } from './words.ts';

const MONEY_TONES: Record<Money, string> = {
  charged: 'paid',
  'not-charged': 'ok',
  uncertain: 'ask',
  'not-applicable': 'plain',
};

const RETRY_TONES: Record<Retry, string> = { yes: 'ok', 'check-first': 'ask', no: 'stop' };

interface VerdictsProps {
  readonly verdict: Verdict;
  readonly channel: string;
  /** Without the reasons, where the space is small. */
  readonly brief?: boolean;
}

export function Verdicts({ verdict, channel, brief = false }: VerdictsProps) {
  return (
    <dl class="verdicts" data-money={verdict.money} data-retry={verdict.retry}>
      <div class={`verdict ${MONEY_TONES[verdict.money]}`}>
        <dt>顾客的钱</dt>
        <dd>
          <strong>
            <Icon path={MONEY_ICONS[verdict.money]} />
            {MONEY_WORDS[verdict.money]}
          </strong>
          {!brief && <small>{verdict.moneyReason}</small>}
        </dd>
      </div>
      <div class={`verdict ${RETRY_TONES[verdict.retry]}`}>
        <dt>{retryQuestion(channel)}</dt>
        <dd>
          <strong>
            <Icon path={RETRY_ICONS[verdict.retry]} />
            {retryWords(verdict.retry, channel)}
          </strong>
          {!brief && verdict.retryReason !== '' && <small>{verdict.retryReason}</small>}
        </dd>
      </div>
    </dl>
  );
}

/** The verdict on the money in a row of a list. */
export function MoneyMark({ money }: { money: string }) {
  if (!(money in MONEY_WORDS)) return null;
  const known = money as Money;
  return (
    <span class={`mark ${MONEY_TONES[known]}`}>
      <Icon path={MONEY_ICONS[known]} />
      {MONEY_WORDS[known]}
    </span>
  );
}
