// The script of reset.html: fetches what the page is made of, deletes our cache and unregisters our worker, and leaves IndexedDB alone. Stands by itself:
// it runs when the app cannot.

import { precacheName } from '../bundle/site.ts';

const scope = new URL('./', location.href).href;

async function reset(): Promise<void> {
  await fetchAfresh();
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope === scope) await registration.unregister();
  }
  await caches.delete(precacheName(scope));
}

/** Past the browser's own cache, where a proxy may have left something for a year. Rejects before anything is deleted. */
async function fetchAfresh(): Promise<void> {
  const answer = await fetch(scope, { cache: 'reload' });
  const html = await answer.text();
  if (!answer.ok || !html.includes('data-bundle=')) throw new Error('网上没有找到资料');
  const files = Array.from(html.matchAll(/(?:href|src)="(\.\/assets\/[^"]+)"/g), ([, path = '']) => path);
  await Promise.all(files.map((path) => fetch(path, { cache: 'reload' })));
}

function say(text: string): void {
  const status = document.getElementById('status');
  if (status !== null) status.textContent = text;
}

document.getElementById('reset')?.addEventListener('click', () => {
  say('正在重置…');
  reset().then(
    () => {
      say('已重置，正在打开首页…');
      location.replace(scope);
    },
    (error: unknown) => say(`没有成功：${String(error)}。请关闭浏览器后再试一次。`),
  );
});
