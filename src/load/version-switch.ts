// A newer version that waits: offered with its size, taken by a tap, and followed when another tab has taken it. The worker
// decides when it takes over; the page is reloaded then, and never before: a reload by a timer would only fetch the old
// version once more.
//
// The rule: one reload for one switch, and none while `isBusy`. What was not followed stays on offer. And no word to the
// active worker while another takes over: Chromium lets the active one go when it has nothing to do, and tries that once. An
// event at that very moment starts it anew, and the other waits until it has been idle for 30 s.

import type { Store } from '../base/store.ts';
import { mayReloadUnasked } from './offline-memory.ts';
import { askToDescribe } from './offline-requests.ts';
import { isSameVersion, type OfflineState, type OfflineUpdate, updateBytes } from './offline-state.ts';

/** A worker that skips waiting by itself, to retire the application, is not disturbed by questions for an offer. */
const OFFER_DELAY_MS = 1500;
/** Without a request of this page it is the moment to switch; so much is waited for it at most. */
const QUIET_MS = 300;
const QUIET_LIMIT_MS = 3000;
/** Safari may never tell that the worker has changed, so it is looked at. */
const LOOK_MS = 250;
/** A worker that was killed before it heard of the tap hears of it again. */
const LOOKS_PER_REQUEST = 12;
/** Chromium lets the former worker end what it is doing: a fetch that hangs, for as long as its time limit. */
const SWITCH_LIMIT_MS = 90_000;

export class VersionSwitch {
  readonly #state: Store<OfflineState>;
  readonly #isBusy: () => boolean;
  #registration: ServiceWorkerRegistration | undefined;
  /** The worker of the version that this page is of; null until there is one. */
  #own: ServiceWorker | null;
  #taken = false;
  #reloading = false;

  constructor(state: Store<OfflineState>, container: ServiceWorkerContainer, isBusy: () => boolean) {
    this.#state = state;
    this.#isBusy = isBusy;
    this.#own = container.controller;
    container.addEventListener('controllerchange', () => this.activated(container.controller));
  }

  observe(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
  }

  /** Call when a worker has come to wait. Resolves to false where that one is silent: then it is not ours, or very slow. */
  async offer(): Promise<boolean> {
    await pause(OFFER_DELAY_MS);
    const { waiting, active } = this.#registration ?? {};
    if (!waiting || !active || this.#taken) return true;
    const [next, present] = await Promise.all([askToDescribe(waiting), askToDescribe(active)]);
    if (this.#registration?.waiting !== waiting || this.#taken) return true;
    if (next === undefined || present === undefined) this.#show({ kind: 'waiting' });
    // Another worker over the same files, such as after a rollback: nothing that one could see would change.
    else if (isSameVersion(present, next)) this.#show(null);
    else this.#show({ kind: 'waiting', bytes: updateBytes(present, next) });
    return next !== undefined;
  }

  take(): void {
    if (this.#state.get().update?.kind !== 'waiting') return;
    this.#taken = true;
    this.#show({ kind: 'switching' });
    void this.#switch();
  }

  /** Call as often as it is told: `worker` serves the pages now. */
  activated(worker: ServiceWorker | null): void {
    const isFirst = this.#own === null;
    if (worker === null || worker === this.#own) return;
    this.#own = worker;
    if (isFirst) return;
    // Not tapped here: another tab took the update, so this page is of a version whose files are gone.
    if (this.#taken || (!this.#isBusy() && mayReloadUnasked())) this.#reload();
    else this.#show({ kind: 'waiting' });
  }

  async #switch(): Promise<void> {
    for (let waited = 0; waited < QUIET_LIMIT_MS && !isQuiet(); waited += QUIET_MS) await pause(QUIET_MS);
    for (let look = 0; look * LOOK_MS < SWITCH_LIMIT_MS; look++) {
      const waiting = this.#registration?.waiting;
      // It has taken over, perhaps already before the tap, by another tab.
      if (!waiting) return this.#reload();
      // One that came meanwhile as well: the newest is what was asked for.
      if (look % LOOKS_PER_REQUEST === 0) waiting.postMessage({ type: 'SKIP_WAITING' });
      await pause(LOOK_MS);
    }
    this.#taken = false;
    await this.offer();
  }

  #reload(): void {
    if (this.#reloading) return;
    if (this.#isBusy()) {
      this.#taken = false;
      this.#show({ kind: 'waiting' });
      return;
    }
    this.#reloading = true;
    location.reload();
  }

  #show(update: OfflineUpdate | null): void {
    this.#state.set({ ...this.#state.get(), update });
  }
}

/** Whether no answer has come for a while. */
function isQuiet(): boolean {
  const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
  return performance.now() - Math.max(0, ...ends) > QUIET_MS;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
