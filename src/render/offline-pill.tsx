// Whether the handbook will be there without a network: only what was measured, in one line. The whole story is a tap away.

import type { OfflineClient, OfflineStatus } from '../load/service-worker-client.ts';
import { useReadable } from './app-context.ts';
import { ICONS, Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { percent } from './more-words.ts';
import { addressOf } from './route.ts';
import { secondScript } from './second-script.ts';

export function OfflinePill() {
  const second = useReadable(secondScript);
  return second === undefined ? null : <KnownPill offline={second.offline} />;
}

function KnownPill({ offline }: { offline: OfflineClient }) {
  const { status } = useReadable(offline.state);
  const { words, tone } = pill(status);
  return (
    <a class={`pill ${tone}`} href={addressOf({ kind: 'status' })}>
      <Icon path={tone === 'ok' ? ICONS.check : tone === 'stop' ? MORE_ICONS.alert : MORE_ICONS.download} />
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
