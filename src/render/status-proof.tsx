// 给工程师看: the state in one line, to be copied, sent or scanned. Only what a check has compared, byte for byte, is called
// whole here.

import type { OfflineClient } from '../load/service-worker-client.ts';
import { useReadable } from './app-context.ts';
import { QrDetails } from './qr-details.tsx';
import { type MeasuredStatus, readinessLine } from './readiness-line.ts';
import { ShareButton } from './share-button.tsx';
import { CopyButton } from './share-copy.tsx';

interface StatusProofProps {
  readonly status: MeasuredStatus;
  readonly offline: OfflineClient;
}

export function StatusProof({ status, offline }: StatusProofProps) {
  const check = useReadable(offline.check.state);
  // What was proved before may just be found to be so no more.
  if (check.kind === 'checking') return null;
  const isProved = status.deep || status.kind === 'incomplete';
  return (
    <>
      <h2>给工程师看</h2>
      {isProved ? (
        <Line text={readinessLine(status)} />
      ) : (
        <p class="note">这次打开只看了文件在不在。点“检查并修复”，逐个核对以后，这里有一行证明和二维码。</p>
      )}
    </>
  );
}

function Line({ text }: { text: string }) {
  return (
    <>
      <p class="report">
        {(text.match(/[^；]*；|[^；]+$/g) ?? []).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <p class="note">里面没有店里和顾客的信息。“清单”和发布时打印的一样，就是同一版。</p>
      <div class="actions">
        <CopyButton text={text} words="复制这一行" />
        <ShareButton title="POS 手册离线状况" text={text} words="分享" />
      </div>
      <QrDetails summary="给工程师扫的二维码" text={text} label="离线状况的二维码" />
    </>
  );
}
