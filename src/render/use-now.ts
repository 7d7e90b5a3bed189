// The clock as a value to draw: by the wall, never by counted ticks, so that a phone that slept shows the right time.

import { useEffect, useState } from 'preact/hooks';

/** Milliseconds since 1970, fresh at least every `every` ms; still while `every` is 0. */
export function useNow(every: number): number {
  const [, redraw] = useState({});
  useEffect(() => {
    if (every === 0) return;
    const timer = window.setInterval(() => redraw({}), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return Date.now();
}
