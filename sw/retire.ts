// The worker that ends all workers: deployed under the name sw.js, it deletes our cache, unregisters itself and reloads
// the open pages, which then come from the host. IndexedDB is the merchant's and stays.

import { precacheName } from '../src/bundle/site.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Chromium lets the former worker go when it has nothing to do, and tries that once. A request of a page at that very moment
 * starts the former worker anew, and this one then waits until that has been idle for 30 s (service_worker_version.cc:
 * only the first of several `skipWaiting` hurries it, StartWorkerInternal forgets it). An update is found while a page
 * loads, so let that end first.
 */
const QUIET_MS = 3000;

self.addEventListener('install', (event) => event.waitUntil(skipWaitingWhenQuiet()));

self.addEventListener('activate', (event) => event.waitUntil(retire()));

async function skipWaitingWhenQuiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  await self.skipWaiting();
}

async function retire(): Promise<void> {
  const { scope } = self.registration;
  await self.caches.delete(precacheName(scope));
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await self.registration.unregister();
  for (const page of pages) {
    if ('navigate' in page && page.url.startsWith(scope))
      await page.navigate(page.url).catch(() => undefined);
  }
}
