// The offline copy in full: what is stored, when it was checked, what to do when something is missing.

import { useState } from 'preact/hooks';
import type { OfflineClient, OfflineStatus } from '../load/service-worker-client.ts';
import { useLibrary, useReadable } from './app-context.ts';
import { secondScript } from './second-script.ts';
import { byteWords, chineseDate, percent } from './words.ts';

export function StatusView() {
  const second = useReadable(secondScript);
  return second === undefined ? null : <KnownStatus offline={second.offline} />;
}

function KnownStatus({ offline }: { offline: OfflineClient }) {
  const { status } = useReadable(offline.state);
  const library = useLibrary();
  const [checking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    await offline.verify({ deep: true, repair: true });
    setChecking(false);
  };
  return (
    <section class="status">
      <h1>{headline(status)}</h1>
      <Explanation status={status} />
      {status.kind !== 'unsupported' && (
        <button type="button" class="button" disabled={checking} onClick={check}>
          {checking ? '正在检查…' : '检查并修复'}
        </button>
      )}
      {library !== undefined && (
        <p class="note">
          内容：{library.manifest.articles}篇
          {library.manifest.reviewed !== '' && `,${chineseDate(library.manifest.reviewed)}复核`}
          。版本 <code>{library.manifest.id}</code>
        </p>
      )}
    </section>
  );
}

function headline(status: OfflineStatus): string {
  switch (status.kind) {
    case 'ready':
      return `可离线使用 ${status.files}/${status.files}`;
    case 'installing':
      return status.failed ? '还没存好，稍后自动再试' : `正在准备 ${percent(status.done, status.total)}%`;
    case 'incomplete':
      return `不完整 ${status.files - status.bad}/${status.files}`;
    case 'unsupported':
      return '这里不能离线使用';
  }
}

function Explanation({ status }: { status: OfflineStatus }) {
  switch (status.kind) {
    case 'ready':
      return (
        <>
          <p>
            没有网也能查。{byteWords(status.bytes)}都在这台手机上，{clock(status.checkedAt)}
            {status.deep ? '逐个核对过内容' : '核对过'}。
          </p>
          <p class="note">
            {status.persisted === true && '浏览器答应不会自动清理。'}
            {status.persisted === false && '浏览器可能在空间不足时清理。添加到桌面、常打开，更保险。'}
            别用“清理缓存”一类的工具清掉它。
          </p>
          <p class="note">
            核对码 <code>{status.manifestHash.slice(0, 16)}</code>
          </p>
        </>
      );
    case 'installing':
      return status.failed ? (
        <p>有文件没下载下来，或者下载到的不对(比如公共 Wi-Fi 的登录页)。已下载的不会重下。</p>
      ) : (
        <p>
          已存 {status.done}/{status.total} 个文件。现在就能用，存好以后没网也能用。
        </p>
      );
    case 'incomplete':
      return <p>有 {status.bad} 个文件丢了或坏了。连上网，点下面的按钮，就能补齐。</p>;
    case 'unsupported':
      return (
        <>
          <p>{status.reason}</p>
          <p>
            在微信里打开的，请点右上角“···”，选“在浏览器打开”；苹果手机用 Safari
            打开，再点分享，选“添加到主屏幕”。
          </p>
        </>
      );
  }
}

/** Local time as `9月1日 09:12`; a wrong clock is shown as it is. */
function clock(time: number): string {
  const date = new Date(time);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return `${date.getMonth() + 1}月${date.getDate()}日 ${String(date.getHours()).padStart(2, '0')}:${minutes}`;
}
