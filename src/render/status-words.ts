// What the status screen says, state by state. Pure.

import type { VerifyProgress, VerifyReport } from '../bundle/worker-messages.ts';
import type { OfflineStatus } from '../load/service-worker-client.ts';
import { ICONS } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { byteWords, percent } from './more-words.ts';

export interface Headline {
  readonly words: string;
  /** Path of an icon. */
  readonly icon: string;
  readonly tone: 'ok' | 'ask' | 'stop';
}

/** `lost`: what a check under way has found missing or damaged so far, whatever was measured before. */
export function headline(status: OfflineStatus, lost = 0): Headline {
  if (lost > 0) return { words: `有 ${lost} 个文件要补`, icon: MORE_ICONS.alert, tone: 'ask' };
  switch (status.kind) {
    case 'ready':
      return { words: `可离线使用 ${status.files}/${status.files}`, icon: ICONS.check, tone: 'ok' };
    case 'incomplete':
      return {
        words: `不完整 ${status.files - status.bad}/${status.files}`,
        icon: MORE_ICONS.alert,
        tone: 'stop',
      };
    case 'unsupported':
      return { words: '这里不能离线使用', icon: MORE_ICONS.alert, tone: 'ask' };
    case 'installing':
      if (status.failed) return { words: '还没存好，会自动再试', icon: MORE_ICONS.alert, tone: 'stop' };
      // Not known yet: nothing has been measured.
      if (status.total === 0) return { words: '正在查看…', icon: ICONS.search, tone: 'ask' };
      return {
        words: `正在准备 ${percent(status.bytes, status.totalBytes)}%`,
        icon: MORE_ICONS.download,
        tone: 'ask',
      };
  }
}

/** While a check is under way. */
export function progressWords(progress: VerifyProgress | null): string {
  if (progress === null) return '正在逐个核对…';
  const { done, total, bytes, totalBytes, lost, tried } = progress;
  if (done < total || lost === 0)
    return `正在逐个核对 ${done}/${total}，${byteWords(bytes)}/${byteWords(totalBytes)}`;
  return `核对完了，正在补 ${tried}/${lost} 个文件`;
}

/** What a check found and did. `isWhole`: all is there by now, perhaps by a later repair. */
export function outcomeWords(report: VerifyReport, isWhole: boolean): string {
  const { files, bad, badBytes, repaired, repairedBytes } = report;
  if (bad.length === 0 && repaired === 0) return `${files} 个文件都核对过，没有坏的。`;
  const done = repaired > 0 ? `修好了 ${repaired} 个文件（${byteWords(repairedBytes)}）。` : '';
  if (bad.length === 0) return `${done}现在 ${files} 个都是好的。`;
  if (isWhole) return `${done}没补上的 ${bad.length} 个文件，后来补上了。`;
  return `${done}还有 ${bad.length} 个文件（${byteWords(badBytes)}）没补上：没连上网站，或者拿到的不对。`;
}

/** What to do where files are missing. */
export const MISSING_ADVICE =
  '连上网，再点“检查并修复”。公共 Wi-Fi 要先登录。没补上的那部分查不到，其余照常。';

/** Local time as `9月1日 09:12`; a wrong clock is shown as it is. */
export function clockWords(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getMonth() + 1}月${date.getDate()}日 ${two(date.getHours())}:${two(date.getMinutes())}`;
}
