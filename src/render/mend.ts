// The third script: what was spoiled or lost once must not stay. Hashed files may be kept for a year, so a script that a proxy has
// changed, in bytes or in type, would come out of the browser's own cache at every visit, and be refused at every visit; and
// without the scripts no worker is registered, verified or offered an update. This one imports nothing of theirs. It runs after
// them, and where they did not, it fetches them past that cache and compares, or else takes the newer version, because the host
// may have that one alone. Then it loads the page once more: twice in a session at most.

import type { WorkerRequest } from '../bundle/worker-messages.ts';

const MENDED = 'mended';

if (!isWhole()) void mend();

function isWhole(): boolean {
  const root = document.documentElement;
  return (
    document.getElementById('boot') === null &&
    // Set by counter.tsx.
    root.dataset.scripts === 'all' &&
    getComputedStyle(root).getPropertyValue('--ink') !== ''
  );
}

async function mend(): Promise<void> {
  try {
    const times = Number(sessionStorage.getItem(MENDED));
    if (times > 1) return;
    // Right bytes that do not run are a bad release: the next one is better.
    await (times === 0 ? fetchAgain().catch(takeNewer) : takeNewer());
    sessionStorage.setItem(MENDED, String(times + 1));
    location.reload();
  } catch {
    // No network, or it still spoils them. The page says what to do; the next visit tries again.
  }
}

async function fetchAgain(): Promise<void> {
  const parts = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    'script[integrity],link[integrity]',
  );
  await Promise.all(
    Array.from(parts, (part) =>
      fetch('src' in part ? part.src : part.href, {
        cache: 'reload',
        credentials: 'same-origin',
        integrity: part.integrity,
      }),
    ),
  );
}

/** Without a tap: there is nothing to tap on, and nothing under way. Rejects where there is no newer version. */
async function takeNewer(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  // It may lie cut short in the browser's own cache, as in worker-address.ts.
  await (await fetch('./sw.js', { cache: 'reload', credentials: 'same-origin' })).text();
  await registration.update();
  const worker = registration.installing ?? registration.waiting;
  if (worker === null) throw new Error('no newer version');
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' } satisfies WorkerRequest);
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('it did not come'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
