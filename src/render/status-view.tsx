// The offline copy in full: what is stored, when it was checked, what to do when something is missing.

import { useState } from 'preact/hooks';
import type { BundleManifest } from '../bundle/bundle-manifest.ts';
import { readDeepCheck } from '../load/offline-memory.ts';
import type { OfflineClient, OfflineStatus } from '../load/service-worker-client.ts';
import { useLibrary, useReadable } from './app-context.ts';
import { Icon } from './icons.tsx';
import { byteWords, chineseDate } from './more-words.ts';
import { type MeasuredStatus, shownHash } from './readiness-line.ts';
import { secondScript } from './second-script.ts';
import { CopyButton } from './share-copy.tsx';
import { StatusCheck } from './status-check.tsx';
import { StatusProof } from './status-proof.tsx';
import { clockWords, headline } from './status-words.ts';

export function StatusView() {
  const second = useReadable(secondScript);
  return second === undefined ? null : <KnownStatus offline={second.offline} />;
}

function KnownStatus({ offline }: { offline: OfflineClient }) {
  const { status } = useReadable(offline.state);
  return (
    <section class="status">
      <State offline={offline} />
      {status.kind === 'unsupported' && <Unsupported reason={status.reason} />}
      {status.kind === 'installing' && <Installing status={status} offline={offline} />}
      {(status.kind === 'ready' || status.kind === 'incomplete') && (
        <>
          <StatusCheck offline={offline} />
          <Facts status={status} offline={offline} />
          <StatusProof status={status} offline={offline} />
        </>
      )}
    </section>
  );
}

/** Apart, because only this follows each step of a check. */
function State({ offline }: { offline: OfflineClient }) {
  const { status } = useReadable(offline.state);
  const check = useReadable(offline.check.state);
  const lost = (check.kind === 'checking' && check.progress?.lost) || 0;
  const { words, icon, tone } = headline(status, lost);
  return (
    <>
      <h1 class={`state ${tone}`}>
        <Icon path={icon} />
        {words}
      </h1>
      {status.kind === 'ready' && lost === 0 && <p>没有网也能查。别用“清理缓存”一类的工具清掉它。</p>}
      {status.kind === 'incomplete' && <p>有 {status.bad} 个文件丢了或坏了。</p>}
    </>
  );
}

function Unsupported({ reason }: { reason: string }) {
  const library = useLibrary();
  return (
    <>
      <p>{reason}有网的时候照常能查。</p>
      <p>
        在微信里打开的，请点右上角“···”，选“在浏览器打开”；苹果手机用 Safari
        打开，再点分享，选“添加到主屏幕”。
      </p>
      <div class="actions">
        <CopyButton text={document.baseURI} words="复制网址" />
      </div>
      {library !== undefined && (
        <dl class="facts">
          <Content manifest={library.manifest} />
          <dt>版本</dt>
          <dd>
            <code>{library.manifest.id}</code>
          </dd>
        </dl>
      )}
    </>
  );
}

interface InstallingProps {
  readonly status: Extract<OfflineStatus, { kind: 'installing' }>;
  readonly offline: OfflineClient;
}

function Installing({ status, offline }: InstallingProps) {
  const { done, total, bytes, totalBytes, failed } = status;
  if (failed)
    return (
      <>
        <p>有文件没下载下来，或者下载到的不对（比如公共 Wi-Fi 的登录页）。已下载的不会重下。</p>
        <p>有网的时候照常能查，没网还不行。</p>
        <button
          type="button"
          class="button"
          onClick={() => void offline.verify({ deep: false, repair: true })}
        >
          再试一次
        </button>
      </>
    );
  if (total === 0) return null;
  return (
    <>
      <div class="progress">
        <progress aria-label="准备进度" max={totalBytes} value={bytes} />
        <p class="note">
          已存 {done}/{total} 个文件，{byteWords(bytes)}/{byteWords(totalBytes)}
        </p>
      </div>
      <p>现在就能用。存好以后，没网也能用。</p>
    </>
  );
}

function Facts({ status, offline }: { status: MeasuredStatus; offline: OfflineClient }) {
  const { files, bytes, bundleId, deep, checkedAt, manifestHash, persisted } = status;
  const last = readDeepCheck();
  const library = useLibrary();
  return (
    <dl class="facts">
      <dt>上次检查</dt>
      <dd>
        {clockWords(checkedAt)}，{deep ? '逐个核对' : '只看在不在'}
        {!deep && last?.manifestHash === manifestHash && <small>{clockWords(last.at)}逐个核对过</small>}
      </dd>
      <dt>存储保护</dt>
      <dd>
        <Protection persisted={persisted} offline={offline} />
      </dd>
      <dt>大小</dt>
      <dd>
        {files} 个文件，{byteWords(bytes)}
      </dd>
      {library !== undefined && <Content manifest={library.manifest} />}
      <dt>版本</dt>
      <dd>
        <code>{bundleId}</code>
        {library !== undefined && library.manifest.id !== bundleId && (
          <small>这一页还是旧的，重新打开就换上</small>
        )}
      </dd>
      <dt>清单</dt>
      <dd>
        <code>{shownHash(manifestHash)}</code>
      </dd>
    </dl>
  );
}

function Protection({ persisted, offline }: { persisted: boolean | null; offline: OfflineClient }) {
  const [asked, setAsked] = useState(false);
  if (persisted === true) return <>有，浏览器不会自动清</>;
  if (persisted === null) return <>不知道，浏览器没有说</>;
  return (
    <>
      没有，空间紧时可能被清掉
      {asked && <small role="status">浏览器没答应。把手册添加到桌面，常打开，再试。</small>}
      <button
        type="button"
        class="text-button"
        onClick={() => void offline.requestPersistence().then(() => setAsked(true))}
      >
        请浏览器保护
      </button>
    </>
  );
}

function Content({ manifest }: { manifest: BundleManifest }) {
  const { articles, reviewed } = manifest;
  return (
    <>
      <dt>内容</dt>
      <dd>
        {articles} 篇{reviewed !== '' && <small>{chineseDate(reviewed)}复核</small>}
      </dd>
    </>
  );
}
