// 检查并修复: one deep check at a time, whoever asks for it, and how far it is. It lives as long as the page and not as a
// screen, so that it can be left and come back to.
//
// The rule: a check counts only when it came to its end. Until then none is remembered as made, so that one which was cut
// off, with the app or the phone, begins anew at the next launch.

import { createStore, type Readable } from '../base/store.ts';
import type { VerifyProgress, VerifyReport } from '../bundle/worker-messages.ts';
import { forgetDeepCheck } from './offline-memory.ts';

export type ReadinessState =
  /** None was asked for in this page. */
  | { readonly kind: 'idle' }
  /** `progress` is null until the worker has said something. */
  | { readonly kind: 'checking'; readonly progress: VerifyProgress | null }
  | { readonly kind: 'ended'; readonly report: VerifyReport }
  /** The worker fell silent, twice: a browser may end it at any moment. */
  | { readonly kind: 'cut-off' };

/** Undefined when the worker did not come to an end. */
export type RunDeepCheck = (
  onProgress: (progress: VerifyProgress) => void,
) => Promise<VerifyReport | undefined>;

export interface ReadinessCheck {
  readonly state: Readable<ReadinessState>;
  /** Does nothing while one is under way. */
  start(): void;
}

export function createReadinessCheck(run: RunDeepCheck): ReadinessCheck {
  const state = createStore<ReadinessState>({ kind: 'idle' });
  const runOnce = () => {
    state.set({ kind: 'checking', progress: null });
    return run((progress) => state.set({ kind: 'checking', progress }));
  };
  const check = async () => {
    forgetDeepCheck();
    const report = (await runOnce()) ?? (await runOnce());
    state.set(report === undefined ? { kind: 'cut-off' } : { kind: 'ended', report });
  };
  return {
    state,
    start() {
      if (state.get().kind !== 'checking') void check();
    },
  };
}
