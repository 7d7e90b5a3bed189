// Keeps the screen on while steps are followed or a sentence is shown. The browser drops the lock whenever the page is
// hidden, so it is asked for again when the page comes back. Where there is none, or it is refused (low battery), the
// screen goes dark as always: nothing depends on it.

import { useEffect } from 'preact/hooks';

export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const given = await navigator.wakeLock.request('screen');
        if (left) void given.release();
        else lock = given;
      } catch {
        // Refused: see above.
      }
    };
    document.addEventListener('visibilitychange', ask);
    void ask();
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
