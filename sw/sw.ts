// The service worker: events to functions. Installs one version all or nothing, answers from the cache, and takes over
// from its predecessor only when the page says so. The design is in README, "Offline".
//
// Never add here: skipWaiting without a tap, importScripts, a second cache, a fetch whose answer nobody compares.

import { SHELL_FILE } from '../src/bundle/site.ts';
import {
  type InstallProgress,
  parseWorkerRequest,
  type VersionDescription,
} from '../src/bundle/worker-messages.ts';
import { emergencyPage } from './emergency-page.ts';
import { isOurPage, routeNavigation } from './navigation.ts';
import { bytesOf, Precache, type Stored } from './precache.ts';
import type { PrecacheEntry } from './precache-manifest.ts';
import { verify } from './verify.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] };

/** A navigation whose shell is lost looks to the network this long, twice at most, before the last resort. */
const NAVIGATION_LIMIT_MS = 3500;

const { scope } = self.registration;
const precache = new Precache(self.__WB_MANIFEST, scope);

self.addEventListener('install', (event) => {
  event.waitUntil(precache.install((stored) => void tellProgress(stored)));
});

self.addEventListener('activate', (event) => {
  // Pages of the former version have been reloaded or closed, or will be: nobody needs its files.
  event.waitUntil(precache.deleteOthers());
  // The first version also serves the page that installed it.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') {
    const route = routeNavigation(event.request.url, scope);
    if (route.kind === 'shell') event.respondWith(openShell(event));
    if (route.kind === 'to-root') event.respondWith(Response.redirect(scope));
    return;
  }
  // A request of our own making, so that `no-cors` ones, such as images, are compared and repaired as well.
  const file = event.request.method === 'GET' ? precache.find(event.request.url) : undefined;
  if (file !== undefined) event.respondWith(precache.get(file, event));
});

self.addEventListener('message', (event) => {
  const port = event.ports[0];
  const request = parseWorkerRequest(event.data);
  if (request === undefined || !isOwnPage(event.source)) return;
  if (request.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (request.type === 'DESCRIBE') {
    const files = precache.files.map((file) => [file.key, file.transfer] as const);
    port?.postMessage({ type: 'DESCRIBED', files } satisfies VersionDescription);
  }
  if (request.type === 'VERIFY') event.waitUntil(verifyAndReport(event, request, port));
});

async function openShell(event: FetchEvent): Promise<Response> {
  const shell = precache.find(new URL(SHELL_FILE, scope).href);
  if (shell !== undefined) {
    const [stored, scripted] = await Promise.all([precache.read(shell), precache.hasScripts()]);
    if (stored !== undefined) {
      // What would repair or take a newer version may be in the lost script, and the host have it no more.
      return scripted ? stored : within(NAVIGATION_LIMIT_MS, pageOfHost(event)).catch(() => stored);
    }
    try {
      return await within(NAVIGATION_LIMIT_MS, precache.fetch(shell, event));
    } catch {
      // Lost, and the network does not have this very version.
    }
  }
  try {
    // A newer version on the host is better than none: it brings its own files, by other names.
    const answer = await within(NAVIGATION_LIMIT_MS, fetch(event.request));
    if (answer.ok || answer.type === 'opaqueredirect') return answer;
  } catch {
    // No network.
  }
  return emergencyPage();
}

/** Of whatever version. Rejects where a portal or an error answers in its place. */
async function pageOfHost(event: FetchEvent): Promise<Response> {
  const answer = await fetch(event.request);
  if (!answer.ok || !isOurPage(await answer.clone().text())) throw new Error('not our page');
  return answer;
}

async function verifyAndReport(
  event: ExtendableEvent,
  request: { readonly deep: boolean; readonly repair: boolean },
  port: MessagePort | undefined,
): Promise<void> {
  const report = await verify(precache, event, request, (progress) => port?.postMessage(progress));
  port?.postMessage(report);
  // What cannot be repaired may be gone from the host because there is a newer version.
  if (request.repair && report.bad.length > 0) await self.registration.update().catch(() => undefined);
}

async function tellProgress(stored: Stored): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    if (!client.url.startsWith(scope)) continue;
    client.postMessage({
      type: 'INSTALL_PROGRESS',
      done: stored.files,
      total: precache.files.length,
      bytes: stored.bytes,
      totalBytes: bytesOf(precache.files),
    } satisfies InstallProgress);
  }
}

function isOwnPage(source: ExtendableMessageEvent['source']): boolean {
  return source instanceof WindowClient && source.url.startsWith(scope);
}

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('out of time')), milliseconds);
    promise.then(resolve, reject);
  });
}
