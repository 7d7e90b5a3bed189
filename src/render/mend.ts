// The third script: what a network has spoiled once must not stay. Hashed files may be kept for a year, so a script that a proxy
// has changed, in bytes or in type, would come out of the browser's own cache at every visit, and be refused at every visit;
// without the scripts no worker is ever registered. This one imports nothing of theirs. It runs after them, and where they
// did not, it fetches them past that cache, compares, and loads the page once more: once in a session.

const MENDED = 'mended';

if (!isWhole()) void fetchAgain();

function isWhole(): boolean {
  const root = document.documentElement;
  return (
    document.getElementById('boot') === null &&
    // Set by counter.tsx.
    root.dataset.scripts === 'all' &&
    getComputedStyle(root).getPropertyValue('--ink') !== ''
  );
}

async function fetchAgain(): Promise<void> {
  try {
    if (sessionStorage.getItem(MENDED) !== null) return;
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
    sessionStorage.setItem(MENDED, '1');
    location.reload();
  } catch {
    // No network, or it still spoils them. The page says what to do; the next visit tries again.
  }
}
