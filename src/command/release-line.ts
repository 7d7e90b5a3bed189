// The release as one line, for comparison with the line of proof that a phone shows: the same digits, or another release.

import { createHash } from 'node:crypto';
import { manifestText, SHOWN_DIGITS } from '../bundle/manifest-text.ts';
import type { PrecacheEntry } from './precache-list.ts';

export function releaseLine(entries: readonly PrecacheEntry[]): string {
  const hash = createHash('sha256').update(manifestText(entries)).digest('hex').slice(0, SHOWN_DIGITS);
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  return `manifest ${hash}, ${entries.length} files, ${bytes} bytes: what a phone's line of proof calls 清单`;
}
