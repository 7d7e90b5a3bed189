// One worker, one manifest, one version: Workbox fetches, compares and stores; this file makes it all or nothing.
//
// Every entry has an integrity, so the page of a captive portal, a truncated body or an injected script is never stored.
// Workbox's controller fetches one file at a time and without a time limit, so its strategy is used directly, by a few
// lanes side by side. The cache is named by prefix and scope, and no other cache of the origin is ever touched.

import { PrecacheStrategy } from 'workbox-precaching/PrecacheStrategy.js';
import { precacheName } from '../src/bundle/site.ts';
import { sha256Base64 } from './digest.ts';
import { fetchLimit, type PrecacheEntry, type PrecacheFile, precacheFiles } from './precache-manifest.ts';
import { servedHeaders } from './served-headers.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Files fetched at the same time during an install. Over a round trip of 300 ms four take little more than half the time of
 * one by one; eight gain next to nothing more, and would leave the page none of the six connections of HTTP/1.1
 * (`npm run bench:install`).
 */
const LANES = 4;

/** How far an install has come. One object for the whole install: who reads it late reads what is true by then. */
export interface Stored {
  files: number;
  bytes: number;
}

/** Workbox hands its promises to the event; a browser's own would count a round that failed though the next succeeds. */
const INSTALL = {
  type: 'install',
  waitUntil: () => undefined,
} as Partial<ExtendableEvent> as ExtendableEvent;

export class Precache {
  readonly files: readonly PrecacheFile[];
  readonly #cacheName: string;
  readonly #byAddress: ReadonlyMap<string, PrecacheFile>;

  constructor(entries: readonly PrecacheEntry[], scope: string) {
    this.files = precacheFiles(entries, scope);
    this.#cacheName = precacheName(scope);
    this.#byAddress = new Map(this.files.map((file) => [file.href, file]));
  }

  /** Rejects unless every file is stored afterwards; what is stored already is not fetched again. */
  async install(onStored: (stored: Stored) => void): Promise<void> {
    const stored: Stored = { files: 0, bytes: 0 };
    const tell = () => onStored(stored);
    let failures = await this.#fill('no-cache', stored, tell);
    // Wrong bytes can sit in the HTTP cache, and no-cache would accept them again: go round it, and again as long as a
    // round brings something, for a bad line breaks more than once. After a fetch that ran out of time there is no sense
    // in waiting as long again.
    for (let more = true; failures.length > 0; ) {
      if (!more || failures.some(isTimeout)) throw failures[0];
      const before = stored.files;
      failures = await this.#fill('reload', stored, tell);
      more = stored.files > before;
    }
    if (!self.registration.active && (await this.missing()).length > 0) {
      // WebKit can lose what an earlier, failed first install had stored, although `put` resolved.
      await self.caches.delete(this.#cacheName);
      await this.#fill('reload', stored, tell);
    }
    const missing = await this.missing();
    if (missing.length > 0) throw new Error(`incomplete: ${missing.map((file) => file.url).join(' ')}`);
  }

  /** Deletes what only other versions have. */
  async deleteOthers(): Promise<void> {
    const cache = await this.#open();
    const own = new Set(this.files.map((file) => file.key));
    for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
  }

  async missing(): Promise<PrecacheFile[]> {
    try {
      const stored = new Set((await (await this.#open()).keys()).map((request) => request.url));
      return this.files.filter((file) => !stored.has(file.key));
    } catch {
      return [...this.files];
    }
  }

  /** Whether every script is there; not whether it is what was built, which `read` finds out. */
  async hasScripts(): Promise<boolean> {
    try {
      const cache = await this.#open();
      const scripts = this.files.filter(({ url }) => url.endsWith('.js'));
      return (await Promise.all(scripts.map(({ key }) => cache.match(key, { ignoreVary: true })))).every(
        Boolean,
      );
    } catch {
      return false;
    }
  }

  /** `href` is an absolute address; a query makes it another file. */
  find(href: string): PrecacheFile | undefined {
    return this.#byAddress.get(href.replace(/#.*/, ''));
  }

  /** From the cache, else from the network. */
  async get(file: PrecacheFile, event: ExtendableEvent): Promise<Response> {
    const stored = await this.read(file);
    if (stored !== undefined) return stored;
    // What cannot be stored can still be shown.
    return this.fetch(file, event).catch(() => fetch(file.href, { integrity: file.integrity }));
  }

  /**
   * The stored file, if it is what was built; taken out of the cache if not. Read to its end and compared on every use: what
   * a disk has damaged would break only in the page, and a script that does not run can ask for no repair.
   */
  async read(file: PrecacheFile): Promise<Response | undefined> {
    try {
      const cache = await this.#open();
      const match = () => cache.match(file.key, { ignoreVary: true });
      const stored = await match();
      const bytes = await stored?.arrayBuffer().catch(() => undefined);
      if (stored && bytes && `sha256-${await sha256Base64(bytes)}` === file.integrity) {
        // Of scripts the very response of the cache, for what was compiled is stored beside it; a copy has lost that.
        const original = isScript(file, stored) ? await match() : undefined;
        return original ?? new Response(bytes, { headers: servedHeaders(file.url, stored.headers) });
      }
      if (stored) await cache.delete(file.key, { ignoreVary: true });
    } catch {
      // The storage itself is broken: then everything is lost, but the worker must go on answering.
    }
    return undefined;
  }

  /** From the network with its integrity, which also repairs the cache. */
  async fetch(file: PrecacheFile, event: ExtendableEvent): Promise<Response> {
    const [response, stored] = this.#strategy('reload').handleAll(this.#job(file, event));
    await stored;
    return response;
  }

  /** Fetches what is missing; resolves to the failures. `stored` begins with what is there and grows with every file. */
  async #fill(cacheMode: RequestCache, stored: Stored, tell: () => void): Promise<unknown[]> {
    const strategy = this.#strategy(cacheMode);
    const missing = await this.missing();
    stored.files = this.files.length - missing.length;
    stored.bytes = bytesOf(this.files) - bytesOf(missing);
    tell();
    const left = missing.values();
    const lane = async () => {
      for (const file of left) {
        await Promise.all(strategy.handleAll(this.#job(file, INSTALL)));
        stored.files++;
        stored.bytes += file.size;
        tell();
      }
    };
    // A lane ends with its first failure, the others go on: what they store is there for the next round.
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    return lanes.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  }

  /** Workbox stores a repaired file only if its parameters repeat the integrity. */
  #job(file: PrecacheFile, event: ExtendableEvent) {
    const { href, integrity } = file;
    return {
      event,
      request: new Request(href, { integrity, credentials: 'same-origin' }),
      params: { integrity },
    };
  }

  /** `cacheMode` is how it treats the HTTP cache of the browser. */
  #strategy(cacheMode: RequestCache): PrecacheStrategy {
    return new PrecacheStrategy({
      cacheName: this.#cacheName,
      matchOptions: { ignoreVary: true },
      plugins: [
        {
          cacheKeyWillBeUsed: async ({ request }) => this.find(request.url)?.key ?? request,
          requestWillFetch: async ({ request }) => {
            const size = this.find(request.url)?.size ?? 0;
            return new Request(request, { cache: cacheMode, signal: abortAfter(fetchLimit(size)) });
          },
        },
      ],
    });
  }

  #open(): Promise<Cache> {
    return self.caches.open(this.#cacheName);
  }
}

/** With the right type, and not only by its name: a proxy may have given it another one. */
function isScript({ url }: PrecacheFile, { headers }: Response): boolean {
  return url.endsWith('.js') && /^(?:text|application)\/javascript\b/.test(headers.get('Content-Type') ?? '');
}

/** As stored. */
export function bytesOf(files: readonly PrecacheFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** `AbortSignal.timeout` is younger than the oldest engine to be served. */
function abortAfter(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
}
