// Keeps the offline copy whole and says how it is. One client per page; it registers the worker, retries, verifies,
// repairs, and looks for a newer version; version-switch.ts offers that and takes it.
//
// Nothing in the page may wait for it, and `navigator.onLine` decides nothing here. A page is reloaded by a tap on 更新, or
// once per session because another tab took the update, and never while `isBusy`.

import { createStore, type Readable, type Store } from '../base/store.ts';
import { parseInstallProgress, type VerifyProgress, type VerifyReport } from '../bundle/worker-messages.ts';
import { forgetDeepCheck, readDeepCheck, writeDeepCheck } from './offline-memory.ts';
import { askToVerify, type VerifyOptions, within } from './offline-requests.ts';
import {
  isDeepCheckDue,
  type OfflineState,
  type OfflineStatus,
  retryDelay,
  statusOf,
} from './offline-state.ts';
import { isPersisted, persist, unsupportedReason } from './offline-support.ts';
import { createReadinessCheck, type ReadinessCheck } from './readiness-check.ts';
import { type CheckOutcome, UpdateChecks } from './update-checks.ts';
import { VersionSwitch } from './version-switch.ts';
import { isOwn, orAfresh, workerAddress } from './worker-address.ts';

export type { OfflineState, OfflineStatus, OfflineUpdate } from './offline-state.ts';

export interface OfflineOptions {
  /** True while a reload would cost the merchant something, such as a triage under way. */
  readonly isBusy: () => boolean;
}

export interface OfflineClient {
  readonly state: Readable<OfflineState>;
  /** The deep check, with repair. */
  readonly check: ReadinessCheck;
  /** Resolves when the state is up to date, or, with undefined, when nothing could be learnt. */
  verify(options: VerifyOptions): Promise<VerifyReport | undefined>;
  /** Switches to the waiting version and reloads the page once; without one it does nothing. */
  takeUpdate(): void;
  /** Call after a first useful moment: some browsers ask the user. */
  requestPersistence(): Promise<void>;
}

/** It asks nobody but the browser. */
const KNOWN_LIMIT_MS = 2000;
const REGISTER_LIMIT_MS = 60_000;
const UPDATE_LIMIT_MS = 60_000;
const IDLE_MS = 8000;

/** Also keeps `<html data-offline>` equal to the kind of the status, from now on. */
export function startOfflineClient(options: OfflineOptions): OfflineClient {
  const state = createStore<OfflineState>({
    status: { kind: 'installing', done: 0, total: 0, bytes: 0, totalBytes: 0, failed: false },
    update: null,
  });
  const showKind = () => {
    document.documentElement.dataset.offline = state.get().status.kind;
  };
  state.subscribe(showKind);
  showKind();
  const reason = unsupportedReason();
  if (reason !== null) {
    state.set({ status: { kind: 'unsupported', reason }, update: null });
    return {
      state,
      check: createReadinessCheck(async () => undefined),
      verify: async () => undefined,
      takeUpdate: () => undefined,
      requestPersistence: async () => undefined,
    };
  }
  return new ServiceWorkerClient(state, options, navigator.serviceWorker);
}

class ServiceWorkerClient implements OfflineClient {
  readonly state: Store<OfflineState>;
  readonly check = createReadinessCheck((onProgress) =>
    this.verify({ deep: true, repair: true }, onProgress),
  );
  readonly #switch: VersionSwitch;
  readonly #updateChecks = new UpdateChecks(() => this.#checkForUpdate());
  readonly #container: ServiceWorkerContainer;
  /** Undefined until a registration succeeded in this page. */
  #registration: ServiceWorkerRegistration | undefined;
  #registering = false;
  /** The worker that waits has not said what it consists of. */
  #silent = false;
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #lastTry = 0;

  constructor(state: Store<OfflineState>, options: OfflineOptions, container: ServiceWorkerContainer) {
    this.state = state;
    this.#container = container;
    this.#switch = new VersionSwitch(state, container, options.isBusy);
    container.addEventListener('message', (event) => this.#showProgress(event.data));
    container.startMessages();
    window.addEventListener('online', () => this.#onChance());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#onChance();
    });
    if (document.readyState === 'complete') void this.#start();
    else window.addEventListener('load', () => void this.#start());
  }

  async verify(
    options: VerifyOptions,
    onProgress?: (progress: VerifyProgress) => void,
  ): Promise<VerifyReport | undefined> {
    const worker = this.#registration?.active;
    if (!worker) {
      await this.#register();
      return undefined;
    }
    const report = await askToVerify(worker, options, onProgress);
    if (report !== undefined) await this.#accept(report, options.repair);
    // Ended before it answered. Whoever asked for a deep check is told, and asks again.
    else if (!options.deep) this.#retryLater(() => this.verify(options));
    return report;
  }

  takeUpdate(): void {
    this.#switch.take();
  }

  async requestPersistence(): Promise<void> {
    const persisted = await persist();
    const { status } = this.state.get();
    if (status.kind === 'ready') this.#setStatus({ ...status, persisted });
  }

  /** `register` waits behind an update that the host leaves unanswered; what is stored can be told meanwhile. */
  async #start(): Promise<void> {
    // A busy phone can take longer than is waited for; what it says then is as true.
    const known = this.#container.getRegistration().then((registration) => {
      if (this.#registration !== undefined || !registration?.active || !isOwn(registration)) return;
      this.#observe(registration);
      void this.verify({ deep: false, repair: false });
    });
    await within(KNOWN_LIMIT_MS, known);
    await this.#register();
  }

  /** Something may have got better: the network, or the merchant's attention. */
  #onChance(): void {
    const now = Date.now();
    const { status } = this.state.get();
    if (status.kind !== 'ready' && Math.abs(now - this.#lastTry) > retryDelay(1)) {
      void (this.#registration?.active ? this.verify({ deep: false, repair: true }) : this.#register());
    }
    this.#updateChecks.onChance();
  }

  async #register(): Promise<void> {
    if (this.#registering) return;
    this.#registering = true;
    this.#lastTry = Date.now();
    // A failed first install leaves nothing that `update()` could retry: register again.
    const register = () => this.#container.register(workerAddress(), { updateViaCache: 'none' });
    const registration = await within(REGISTER_LIMIT_MS, orAfresh(register));
    this.#registering = false;
    if (registration === undefined) {
      this.#onFailure();
      return;
    }
    if (registration === this.#registration) return;
    this.#observe(registration);
    if (registration.active) await this.verify({ deep: false, repair: false });
  }

  #observe(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    this.#updateChecks.start();
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    // An update that the navigation itself has set off was found before anybody listened, and may wait already.
    this.#follow(registration.installing ?? registration.waiting);
    this.#switch.observe(registration);
    void this.#offerOrAskAgain();
  }

  #follow(worker: ServiceWorker | null): void {
    let stored = worker?.state === 'installed';
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') {
        stored = true;
        // It has taken over what was stored before by its name alone.
        forgetDeepCheck();
        this.#updateChecks.succeeded();
        void this.#offerOrAskAgain();
      }
      if (worker.state === 'activated') {
        this.#switch.activated(worker);
        void this.verify({ deep: false, repair: true });
      }
      if (worker.state === 'redundant') this.#onRedundant(stored);
    });
  }

  async #checkForUpdate(): Promise<CheckOutcome> {
    const registration = this.#registration;
    if (registration === undefined) return 'nothing-new';
    // It stays pending as long as the host does.
    const updating = orAfresh(() => registration.update());
    if ((await within(UPDATE_LIMIT_MS, updating)) === undefined) return 'unreachable';
    if (registration.installing !== null) return 'installing';
    return !this.#silent || (await this.#offer()) ? 'nothing-new' : 'unreachable';
  }

  async #offer(): Promise<boolean> {
    this.#silent = !(await this.#switch.offer());
    return !this.#silent;
  }

  /** A host may send anything as a worker, and what runs is installed: then it is asked again, soon. */
  async #offerOrAskAgain(): Promise<void> {
    if (!(await this.#offer())) this.#updateChecks.foreign();
  }

  /** `stored`: it had everything, and another has taken its place. */
  #onRedundant(stored: boolean): void {
    if (this.#registration?.active) {
      if (!stored) this.#updateChecks.failed();
      return;
    }
    this.#registration = undefined;
    this.#onFailure();
  }

  #onFailure(): void {
    const { status } = this.state.get();
    if (status.kind === 'installing') this.#setStatus({ ...status, failed: true });
    this.#retryLater(() => this.#register());
  }

  #retryLater(retry: () => Promise<unknown>): void {
    this.#failures++;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => {
      // No word to the active worker while another takes over (version-switch.ts).
      if (this.state.get().update?.kind === 'switching') this.#retryLater(retry);
      else void retry();
    }, retryDelay(this.#failures));
  }

  /** `tried`: what is bad has just been tried to repair. */
  async #accept(report: VerifyReport, tried: boolean): Promise<void> {
    this.#lastTry = Date.now();
    const previous = this.state.get().status;
    const persisted =
      previous.kind === 'ready' ? previous.persisted : ((await within(2000, isPersisted())) ?? null);
    this.#setStatus(statusOf(report, Date.now(), persisted));
    if (report.bad.length > 0) {
      // A first repair at once; later ones when something may have changed.
      if (previous.kind !== 'incomplete' && !tried) {
        await this.verify({ deep: false, repair: true });
        return;
      }
      this.#retryLater(() => this.verify({ deep: false, repair: true }));
      return;
    }
    this.#failures = 0;
    clearTimeout(this.#retryTimer);
    if (report.deep) writeDeepCheck({ manifestHash: report.manifestHash, at: Date.now() });
    else if (isDeepCheckDue(readDeepCheck(), report.manifestHash, Date.now())) {
      whenIdle(() => this.check.start());
    }
  }

  #showProgress(data: unknown): void {
    const progress = parseInstallProgress(data);
    // An update installs beside a version that is whole.
    if (progress === undefined || this.#registration?.active) return;
    const { done, total, bytes, totalBytes } = progress;
    this.#setStatus({ kind: 'installing', done, total, bytes, totalBytes, failed: false });
  }

  #setStatus(status: OfflineStatus): void {
    this.state.set({ ...this.state.get(), status });
  }
}

function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 10 * IDLE_MS });
  else setTimeout(task, IDLE_MS);
}
