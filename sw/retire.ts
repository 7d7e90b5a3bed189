// The worker that ends all workers: deployed under the name sw.js, it deletes our cache, unregisters itself and reloads
// the open pages, which then come from the host. IndexedDB is the merchant's and stays.

import { precacheName } from '../src/bundle/site.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(retire()));

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
