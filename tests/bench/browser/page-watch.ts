// What runs inside the page while it is measured, bundled and installed before the page's own scripts (see watched-page.ts).

declare global {
  interface Window {
    /** Milliseconds from each input to the frame after the results changed, oldest first. */
    benchPaints: number[];
    /** Milliseconds from the start of the navigation to the frame after the first result; 0 before that. */
    benchFirstAnswer: number;
  }
}

/**
 * Time runs from the key press (its timestamp, so waiting for a busy thread counts) to the end of the first frame in which
 * the list of results has changed; `Shift` changes nothing and gives the time of a page that does nothing.
 */
function watchPage(): void {
  let begun = 0;
  let changed = false;
  window.benchPaints = [];
  window.benchFirstAnswer = 0;
  /** A message posted from an animation frame is handled when that frame has been painted. */
  const afterPaint = (act: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = act;
      channel.port2.postMessage(0);
    });
  const begin = (event: Event) => {
    if (begun !== 0) return;
    begun = event.timeStamp;
    changed = event instanceof KeyboardEvent && event.key === 'Shift';
    waitForChange();
  };
  const waitForChange = () =>
    afterPaint(() => {
      if (!changed && performance.now() - begun < 2000) {
        waitForChange();
        return;
      }
      window.benchPaints.push(performance.now() - begun);
      begun = 0;
    });
  addEventListener('keydown', begin, { capture: true });
  addEventListener('beforeinput', begin, { capture: true });
  new MutationObserver(() => {
    if (document.querySelector('[aria-label="搜索结果"]') === null) return;
    changed = true;
    if (window.benchFirstAnswer !== 0 || document.querySelector('[aria-label="搜索结果"] a') === null) return;
    window.benchFirstAnswer = -1;
    afterPaint(() => {
      window.benchFirstAnswer = performance.now();
    });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

watchPage();

export {};
