// The script of reset.html: deletes our cache and unregisters our worker, and leaves IndexedDB alone. Stands by itself:
// it runs when the app cannot.

import { precacheName } from '../bundle/site.ts';

const scope = new URL('./', location.href).href;

async function reset(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope === scope) await registration.unregister();
  }
  await caches.delete(precacheName(scope));
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
