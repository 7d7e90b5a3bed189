// Whether the handbook will be there without a network: only what was measured, in one line. The whole story is a tap away.

import type { OfflineClient, OfflineStatus } from '../load/service-worker-client.ts';
import { useReadable } from './app-context.ts';
import { Icon } from './icons.tsx';
import { addressOf } from './route.ts';
import { secondScript } from './second-script.ts';
import { percent } from './words.ts';

export function OfflinePill() {
  const second = useReadable(secondScript);
  return second === undefined ? null : <KnownPill offline={second.offline} />;
}

function KnownPill({ offline }: { offline: OfflineClient }) {
  const { status } = useReadable(offline.state);
  const { words, tone } = pill(status);
  return (
    <a class={`pill ${tone}`} href={addressOf({ kind: 'status' })}>
      <Icon name={tone === 'ok' ? 'check' : tone === 'stop' ? 'alert' : 'download'} />
      {words}
    </a>
  );
}

function pill(status: OfflineStatus): { words: string; tone: 'ok' | 'ask' | 'stop' } {
  switch (status.kind) {
    case 'ready':
      return { words: '可离线', tone: 'ok' };
    case 'installing':
      if (status.failed) return { words: '还不能离线', tone: 'stop' };
      return { words: `正在准备 ${percent(status.bytes, status.totalBytes)}%`, tone: 'ask' };
    case 'incomplete':
      return { words: '不完整', tone: 'stop' };
    case 'unsupported':
      return { words: '要联网用', tone: 'ask' };
  }
}
