// What a walk does inside a page. Each function travels as text: it sees nothing but its argument.

import type { Build } from './fault-builds.ts';

export async function settled(): Promise<void> {
  const end = performance.now() + 600;
  const isSettled = () => /ready|incomplete|unsupported/.test(document.documentElement.dataset.offline ?? '');
  while (!isSettled() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** As the browser does by itself a second after a visit; until the new worker is installed, or is not. */
export async function askForUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const worker = (await registration?.update())?.installing;
  if (worker) await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
}

export async function spoil([file, how]: readonly [string, string]): Promise<void> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new RegExp(file).test(request.url)) continue;
      const headers = (await cache.match(request))?.headers;
      if (how === 'delete' || headers === undefined) await cache.delete(request);
      else await cache.put(request, new Response('damaged', { headers }));
    }
  }
}

export function writeRecord(key: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('pos-reference', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records', { keyPath: 'key' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
      const value = { articleId: 'codes/terminal/e3', title: 'E3', code: 'E3', at: 1 };
      transaction.objectStore('records').put({ key, v: 1, at: 1, value });
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

export function missingRecords(keys: readonly string[]): Promise<string[]> {
  return new Promise<string[]>((resolve, reject) => {
    const opening = indexedDB.open('pos-reference', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('records').objectStore('records').getAllKeys();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(keys.filter((key) => !reading.result.includes(key)));
      };
    };
  });
}

/** Whether every file of the version that answers, and of one that waits, is stored as it was built. */
export async function isWhole(builds: readonly Build[]): Promise<boolean> {
  const integrityOf = new Map(
    builds.flatMap(({ files }) =>
      files.map(({ url, revision, integrity }) => {
        const { href } = new URL(url, location.href);
        return [revision === null ? href : `${href}?__WB_REVISION__=${revision}`, integrity] as const;
      }),
    ),
  );
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active || registration.installing) return false;
  for (const worker of [registration.active, registration.waiting]) {
    if (worker === null) continue;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<MessageEvent>((resolve) => {
      port1.onmessage = resolve;
    });
    worker.postMessage({ type: 'DESCRIBE' }, [port2]);
    const { files }: { files: readonly (readonly [string, number])[] } = (await answer).data;
    for (const [key] of files) {
      const stored = await caches.match(key);
      const digest = stored && (await crypto.subtle.digest('SHA-256', await stored.arrayBuffer()));
      const base64 = digest && btoa(String.fromCharCode(...new Uint8Array(digest)));
      if (`sha256-${base64}` !== integrityOf.get(key)) return false;
    }
  }
  return true;
}
