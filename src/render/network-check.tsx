// 是不是网的问题: the phone tests itself, and says what that means for the terminal beside it.

import { useState } from 'preact/hooks';
import { ICONS, Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { type NetworkState, probeNetwork } from './network-probe.ts';
import { networkWords } from './network-words.ts';

/** Where a network can be the reason. */
const ARTICLES: readonly string[] = [
  'guides/network-check',
  'codes/terminal/no-signal',
  'codes/terminal/host-unreachable',
  'codes/terminal/receive-timeout',
  'codes/terminal/transaction-timeout',
  'codes/terminal/send-failed',
  'codes/terminal/sim-fault',
  'codes/terminal/esim-no-network',
];

export function isAboutNetwork(id: string): boolean {
  return ARTICLES.includes(id);
}

export function NetworkCheck() {
  const [state, setState] = useState<NetworkState | 'untested' | 'testing'>('untested');
  const test = async () => {
    setState('testing');
    setState(await probeNetwork(document.baseURI, `${Date.now()}-${Math.random()}`));
  };
  return (
    <section class="card network" aria-label="是不是网的问题">
      <h2>是不是网的问题？</h2>
      <p class="note">让手机测一下自己有没有网，最多 4 秒，只连本手册的网站。</p>
      <button type="button" class="button quiet" disabled={state === 'testing'} onClick={test}>
        {state === 'untested' ? '测手机的网' : state === 'testing' ? '正在测…' : '再测一次'}
      </button>
      <div role="status">{state !== 'untested' && state !== 'testing' && <Meaning state={state} />}</div>
    </section>
  );
}

function Meaning({ state }: { state: NetworkState }) {
  const words = networkWords(state);
  return (
    <div data-network={state.kind}>
      <p class={`verdict-line ${words.good ? 'ok' : 'ask'}`}>
        <Icon path={words.good ? ICONS.check : MORE_ICONS.alert} />
        {words.headline}
      </p>
      <dl class="meanings">
        <dt>机器连不上</dt>
        <dd>{words.terminalOffline}</dd>
        <dt>机器连得上</dt>
        <dd>{words.terminalOnline}</dd>
      </dl>
    </div>
  );
}
