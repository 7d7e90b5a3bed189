// 检查并修复: how far it is while it runs, and what it found and did. The check itself belongs to the page
// (readiness-check.ts): this screen can be left and come back to.

import type { OfflineClient } from '../load/service-worker-client.ts';
import { useReadable } from './app-context.ts';
import { MISSING_ADVICE, outcomeWords, progressWords } from './status-words.ts';

export function StatusCheck({ offline }: { offline: OfflineClient }) {
  const check = useReadable(offline.check.state);
  const { status } = useReadable(offline.state);
  const isChecking = check.kind === 'checking';
  return (
    <>
      <button
        type="button"
        class="button"
        // Not `disabled`, which would take the focus away; a second tap starts nothing.
        aria-disabled={isChecking}
        onClick={() => offline.check.start()}
      >
        {isChecking ? '正在检查…' : '检查并修复'}
      </button>
      {isChecking && (
        <div class="progress">
          <progress
            aria-label="检查进度"
            max={check.progress?.totalBytes ?? 1}
            value={check.progress?.bytes ?? 0}
          />
          <p class="note">{progressWords(check.progress)}</p>
          <p class="note">可以先去查别的，检查不会停。</p>
        </div>
      )}
      <p role="status" class="outcome-line">
        {check.kind === 'ended' && outcomeWords(check.report, status.kind === 'ready')}
        {check.kind === 'cut-off' && '没检查完，被浏览器打断了。再点一次，会从头查。'}
      </p>
      {status.kind === 'incomplete' && !isChecking && (
        <>
          <p>{MISSING_ADVICE}</p>
          {check.kind === 'ended' && <BadFiles urls={check.report.bad} />}
        </>
      )}
    </>
  );
}

/** For the engineer: a merchant need not read it. */
function BadFiles({ urls }: { urls: readonly string[] }) {
  return (
    <details>
      <summary>没补上的文件</summary>
      <ul class="bad-files">
        {urls.map((url) => (
          <li key={url}>
            <code>{url}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
