// Does this phone reach the network? Asked of the own origin only, past every cache; `navigator.onLine` decides nothing,
// because it says yes on a Wi-Fi that leads nowhere.
//
// The file is small, has a fixed name, and with a query it is no file of the precache: the worker lets it pass.

const PROBE_FILE = 'icons/icon.svg';
export const PROBE_LIMIT_MS = 4000;

export type NetworkState =
  /** `milliseconds` from the question to the last byte. */
  | { readonly kind: 'online'; readonly milliseconds: number }
  /** Something answered, but not the handbook's host: most often the login page of a Wi-Fi. */
  | { readonly kind: 'intercepted' }
  /** The host answered with an error: there is a network. */
  | { readonly kind: 'host-failed'; readonly status: number }
  /** Nothing within four seconds. */
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'offline' };

export interface ProbeAnswer {
  readonly status: number;
  readonly redirected: boolean;
  readonly body: string;
}

/** What an answer says. A redirect, or a body that is no drawing, comes from something in between. */
export function judgeAnswer(answer: ProbeAnswer, milliseconds: number): NetworkState {
  const { status, redirected, body } = answer;
  if (redirected) return { kind: 'intercepted' };
  if (status >= 400) return { kind: 'host-failed', status };
  return body.includes('<svg') ? { kind: 'online', milliseconds } : { kind: 'intercepted' };
}

/** `base` is the address of the page; `unique` differs from one call to the next. */
export async function probeNetwork(base: string, unique: string): Promise<NetworkState> {
  const address = new URL(PROBE_FILE, base);
  address.searchParams.set('probe', unique);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PROBE_LIMIT_MS);
  const start = performance.now();
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      // Following one to another host would fail like no network at all: the page's policy refuses it.
      redirect: 'manual',
      credentials: 'omit',
      signal: controller.signal,
    });
    const body = (await response.text()).slice(0, 10_000);
    const answer = { status: response.status, redirected: response.type === 'opaqueredirect', body };
    return judgeAnswer(answer, Math.round(performance.now() - start));
  } catch {
    return controller.signal.aborted ? { kind: 'too-slow' } : { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
