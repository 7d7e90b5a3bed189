// The case for support: as text to send, as a code to scan. Both hold the steps; the text alone reproduces them.

import type { Incident } from '../journal/incident.ts';
import { reportLine } from '../journal/report-line.ts';
import { reportText } from '../journal/report-text.ts';
import { QrDetails } from './qr-details.tsx';
import { ShareButton } from './share-button.tsx';
import { CopyButton } from './share-copy.tsx';

export function CaseHandoff({ incident }: { incident: Incident }) {
  const text = reportText(incident);
  return (
    <>
      <h2>交给客服</h2>
      <p class="note">里面没有卡号。客服照着它能看到每一步。</p>
      <div class="actions">
        <CopyButton text={text} words="复制报告" />
        <ShareButton title="POS 故障报告" text={text} words="分享报告" />
      </div>
      <details>
        <summary>看报告全文</summary>
        <pre class="report">{text}</pre>
      </details>
      <QrDetails summary="给客服扫的二维码" text={reportLine(incident)} label="故障报告的二维码" />
    </>
  );
}
