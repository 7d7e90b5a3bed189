// A newer version is there: offered, never thrown at a busy merchant.

import { useState } from 'preact/hooks';
import type { OfflineClient } from '../load/service-worker-client.ts';
import { useReadable } from './app-context.ts';
import { byteWords } from './more-words.ts';
import { secondScript } from './second-script.ts';

export function UpdateNotice() {
  const second = useReadable(secondScript);
  return second === undefined ? null : <KnownUpdate offline={second.offline} />;
}

function KnownUpdate({ offline }: { offline: OfflineClient }) {
  const { update } = useReadable(offline.state);
  const [later, setLater] = useState(false);
  if (update === null || later) return null;
  if (update.kind === 'switching')
    return (
      <p class="notice" role="status">
        正在换上新版本…
      </p>
    );
  return (
    <aside class="notice" aria-label="有新版本">
      <p>
        有新版本{update.bytes === undefined ? '' : `(${byteWords(update.bytes)})`}，已经存好，点一下就换上。
      </p>
      <button type="button" class="button" onClick={() => offline.takeUpdate()}>
        更新
      </button>
      <button type="button" class="button quiet" onClick={() => setLater(true)}>
        稍后
      </button>
    </aside>
  );
}
