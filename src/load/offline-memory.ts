// The little that the offline client remembers between launches. Web storage can be missing, full or refused: nothing here
// decides what is served, and without it the client only checks more often.

import type { DeepCheck } from './offline-state.ts';

const DEEP_CHECK = 'offline-deep-check';
const RELOADED = 'offline-reloaded';

export function readDeepCheck(): DeepCheck | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(DEEP_CHECK) ?? 'null');
    if (typeof value !== 'object' || value === null || !('manifestHash' in value) || !('at' in value))
      return null;
    const { manifestHash, at } = value;
    return typeof manifestHash === 'string' && typeof at === 'number' ? { manifestHash, at } : null;
  } catch {
    return null;
  }
}

export function writeDeepCheck(check: DeepCheck): void {
  try {
    localStorage.setItem(DEEP_CHECK, JSON.stringify(check));
  } catch {
    // The next launch checks again.
  }
}

/** After an install; and while a check is under way none has been made: if it is cut off, the next launch begins it anew. */
export function forgetDeepCheck(): void {
  try {
    localStorage.removeItem(DEEP_CHECK);
  } catch {
    // Then there was none.
  }
}

/** True once per session of a tab: a reload that nobody asked for must not become a loop. */
export function mayReloadUnasked(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    sessionStorage.setItem(RELOADED, '1');
    return true;
  } catch {
    return false;
  }
}
