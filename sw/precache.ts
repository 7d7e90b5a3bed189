// One worker, one manifest, one version: Workbox fills the cache, this file makes it all or nothing.
//
// Every entry has an integrity, so the page of a captive portal, a truncated body or an injected script is never stored.
// Workbox fetches one file at a time and without a time limit; lanes and `withLimits` mend both without a cache layer of
// our own. The cache is named by prefix and scope, and no other cache of the origin is ever touched.

import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { precacheName } from '../src/bundle/site.ts';
import { fetchLimit, type PrecacheEntry, splitIntoLanes } from './precache-manifest.ts';

declare const self: ServiceWorkerGlobalScope;

/** Files fetched at the same time during an install. */
const LANES = 4;

export interface StoredFile extends PrecacheEntry {
  /** Absolute address. */
  readonly href: string;
  /** Its key in the cache: the address, and the revision where there is one. */
  readonly key: string;
}

export class Precache {
  readonly cacheName: string;
  readonly controller: PrecacheController;
  readonly files: readonly StoredFile[];
  readonly #entries: readonly PrecacheEntry[];

  constructor(entries: readonly PrecacheEntry[], scope: string) {
    this.cacheName = precacheName(scope);
    this.#entries = entries;
    this.controller = this.#createController(entries, 'no-cache');
    const keys = this.controller.getURLsToCacheKeys();
    this.files = entries.map((entry) => {
      const { href } = new URL(entry.url, scope);
      return { ...entry, href, key: keys.get(href) ?? href };
    });
  }

  /** Rejects unless every file is stored afterwards; what is stored already is not fetched again. */
  async install(onStored: (done: number) => void): Promise<void> {
    try {
      await this.#fill('no-cache', onStored);
    } catch (error) {
      // Wrong bytes can sit in the HTTP cache, and no-cache would accept them again: go round it, once. After a fetch that
      // ran out of time there is no sense in waiting as long again.
      if (isAbort(error)) throw error;
      await this.#fill('reload', onStored);
    }
    if (!self.registration.active && (await this.missing()).length > 0) {
      // WebKit can lose what an earlier, failed first install had stored, although `put` resolved.
      await self.caches.delete(this.cacheName);
      await this.#fill('reload', onStored);
    }
    const missing = await this.missing();
    if (missing.length > 0) throw new Error(`incomplete: ${missing.map((file) => file.url).join(' ')}`);
  }

  async missing(): Promise<StoredFile[]> {
    const cache = await self.caches.open(this.cacheName);
    const stored = new Set((await cache.keys()).map((request) => request.url));
    return this.files.filter((file) => !stored.has(file.key));
  }

  /** From the cache, else from the network with its integrity, which also repairs the cache. */
  get(file: StoredFile, event: ExtendableEvent): Promise<Response> {
    return this.controller.strategy.handle({
      event,
      request: new Request(file.href, { credentials: 'same-origin' }),
      params: { cacheKey: file.key, integrity: file.integrity },
    });
  }

  async #fill(cacheMode: RequestCache, onStored: (done: number) => void): Promise<void> {
    // Workbox hands its promises to the event it is given. The browser's own event would count a round that failed even if
    // the next one succeeds; the caller of `install` keeps that event alive for all of them.
    const event = {
      type: 'install',
      waitUntil: () => undefined,
    } as Partial<ExtendableEvent> as ExtendableEvent;
    let done = 0;
    const lanes = splitIntoLanes(this.#entries, LANES).map((entries) => {
      const controller = this.#createController(entries, cacheMode);
      controller.strategy.plugins.push({
        handlerDidComplete: async ({ error }) => {
          if (!error) onStored(++done);
        },
      });
      return controller.install(event);
    });
    // All lanes come to their end, so that a second round never runs beside the first.
    const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  #createController(entries: readonly PrecacheEntry[], cacheMode: RequestCache): PrecacheController {
    const sizes = new Map(entries.map(({ url, size }) => [new URL(url, self.location.href).href, size]));
    const controller = new PrecacheController({
      cacheName: this.cacheName,
      plugins: [
        {
          requestWillFetch: async ({ request }) =>
            withLimits(request, sizes.get(request.url) ?? 0, cacheMode),
        },
      ],
    });
    controller.strategy.matchOptions = { ignoreVary: true };
    controller.addToCacheList([...entries]);
    return controller;
  }
}

/** `AbortSignal.timeout` is younger than the oldest engine to be served. */
function withLimits(request: Request, size: number, cache: RequestCache): Request {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), fetchLimit(size));
  return new Request(request, { signal: controller.signal, cache });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
