// The state of the offline copy as one line: what a merchant reads out or sends, and a field engineer compares. Pure.
//
//   POS手册离线状况：30/30完整，逐个核对；1173805字节；内容fdd904866bd05806；清单a850c873f56b5522；2026-11-22 10:31:05 +08:00；存储受保护
//
// Everything in it is of the release or of this check: nothing of the merchant, the phone or the shop. 清单 is what
// `npm run build` and `npm run probe` print for the same release.

import { SHOWN_DIGITS } from '../bundle/manifest-text.ts';
import { clockText, localZone, zoneText } from '../journal/report-text.ts';
import type { OfflineStatus } from '../load/service-worker-client.ts';

export type MeasuredStatus = Extract<OfflineStatus, { kind: 'ready' | 'incomplete' }>;

/** `zone` is the offset from UTC, in minutes, in which the time is written. */
export function readinessLine(status: MeasuredStatus, zone = localZone(status.checkedAt)): string {
  const { files, bytes, bundleId, checkedAt, persisted } = status;
  const [bad, badBytes] = status.kind === 'incomplete' ? [status.bad, status.badBytes] : [0, 0];
  const parts = [
    `POS手册离线状况：${files - bad}/${files}${bad > 0 ? '不完整' : '完整'}，${status.deep ? '逐个核对' : '只看在不在'}`,
    `${bad > 0 ? `${bytes - badBytes}/${bytes}` : bytes}字节`,
    `内容${bundleId || '未知'}`,
    `清单${shownHash(status.manifestHash)}`,
    `${clockText(checkedAt, zone)} ${zoneText(zone)}`,
    persisted === null ? '存储保护未知' : persisted ? '存储受保护' : '存储未受保护',
  ];
  return parts.join('；');
}

export function shownHash(manifestHash: string): string {
  return manifestHash.slice(0, SHOWN_DIGITS);
}
