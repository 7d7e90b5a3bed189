// When to ask the host for a newer version. The browser asks once, at each launch, and tells nobody when it was in vain;
// an app that stays open on the counter would then miss a correction for days.
//
// Bounded: after a failure 30 s, then twice as long each time; after the last of those tries once an hour, as when all is
// well. Coming back to the app, or to a network, is a chance that is taken earlier, but not within those first 30 s.

import { retryDelay } from './offline-state.ts';

const FIRST_CHECK_MS = 10_000;
const CHANCE_MS = 10 * 60_000;
const REGULAR_MS = 60 * 60_000;
const MOST_RETRIES = 6;

/** `installing`: there is something, and `succeeded` or `failed` will be called. `unreachable`: of ours, there is nothing. */
export type CheckOutcome = 'nothing-new' | 'installing' | 'unreachable';

export class UpdateChecks {
  readonly #check: () => Promise<CheckOutcome>;
  #failures = 0;
  #lastCheck = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `check` never rejects. */
  constructor(check: () => Promise<CheckOutcome>) {
    this.#check = check;
  }

  start(): void {
    this.#plan(FIRST_CHECK_MS);
  }

  /** The network may be back, or the merchant. */
  onChance(): void {
    const since = Math.abs(Date.now() - this.#lastCheck);
    if (since > (this.#failures > 0 ? retryDelay(1) : CHANCE_MS)) void this.#run();
  }

  succeeded(): void {
    this.#failures = 0;
    this.#plan(REGULAR_MS);
  }

  /** What was found could not be stored, or nothing could be asked. */
  failed(): void {
    this.#failures++;
    this.#plan(this.#failures > MOST_RETRIES ? REGULAR_MS : retryDelay(this.#failures));
  }

  /** What succeeded is not ours. It takes over when the app is closed, so the first try does not wait. */
  foreign(): void {
    this.failed();
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#lastCheck = Date.now();
    // Should the outcome of an install never be told.
    this.#plan(REGULAR_MS);
    const outcome = await this.#check();
    if (outcome === 'nothing-new') this.succeeded();
    if (outcome === 'unreachable') this.failed();
  }

  #plan(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }
}
