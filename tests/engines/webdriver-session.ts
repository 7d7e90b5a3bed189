// WebDriver over HTTP, as far as WebKit's drivers need it: one session, one command at a time, each in the tab it is for.

import { type Tab, within } from './driven-page.ts';

/** WebDriver runs no scripts before those of a page. */
export type DriverTab = Omit<Tab, 'preload'>;

/** A driver needs a moment until it listens. */
const CONNECT_LIMIT_MS = 15_000;
const BLANK_LIMIT_MS = 1500;
const SCRIPT_LIMIT_MS = 60_000;
const LOAD_LIMIT_MS = 45_000;

/** WebKit puts its own error page into an empty document. */
export const BLANK = 'about:blank';

export class WebDriverSession {
  readonly #address: string;
  readonly browserVersion: string;
  #current = '';
  #last: Promise<unknown> = Promise.resolve();

  private constructor(address: string, browserVersion: string) {
    this.#address = address;
    this.browserVersion = browserVersion;
  }

  /** `driver` is the address of the driver; `capabilities` what must be there. */
  static async start(driver: string, capabilities: Readonly<Record<string, unknown>>) {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const end = Date.now() + CONNECT_LIMIT_MS;
    for (;;) {
      try {
        const started = (await send(`${driver}/session`, 'POST', body)) as {
          readonly sessionId: string;
          readonly capabilities: { readonly browserVersion?: string };
        };
        const address = `${driver}/session/${started.sessionId}`;
        await send(`${address}/timeouts`, 'POST', { script: SCRIPT_LIMIT_MS, pageLoad: LOAD_LIMIT_MS });
        return new WebDriverSession(address, started.capabilities.browserVersion ?? '');
      } catch (error) {
        if (!isRefused(error) || Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async tabs(): Promise<string[]> {
    return (await this.#inTurn(() => this.#get('/window/handles'))) as string[];
  }

  async newTab(): Promise<string> {
    const made = (await this.#inTurn(() => this.#post('/window/new', { type: 'tab' }))) as {
      readonly handle: string;
    };
    return made.handle;
  }

  tab(handle: string): DriverTab {
    const inTab = (work: () => Promise<unknown>) => this.#inTurn(() => this.#switchTo(handle).then(work));
    return {
      navigate: async (url, limit) => {
        const there = await within(
          limit,
          url,
          inTab(() => this.#open(url)),
        );
        if (there === BLANK && url !== BLANK) throw new Error(`an error page in place of ${url}`);
      },
      reload: async () => {
        await inTab(() => this.#post('/refresh', {}));
      },
      call: async (body) => {
        const script = `const done = arguments[0]; (async () => { ${body} })().then(done, (e) => done(String(e)))`;
        return String(await inTab(() => this.#post('/execute/async', { script, args: [] })));
      },
      close: async () => {
        await inTab(() => send(`${this.#address}/window`, 'DELETE'));
        this.#current = '';
      },
    };
  }

  async end(): Promise<void> {
    await send(this.#address, 'DELETE');
  }

  async #open(url: string): Promise<unknown> {
    await this.#post('/url', { url });
    // WPE's driver can answer before the page has taken the place of a blank one.
    const end = Date.now() + BLANK_LIMIT_MS;
    for (;;) {
      const there = await this.#post('/execute/sync', { script: 'return document.URL', args: [] });
      if (there !== BLANK || url === BLANK || Date.now() > end) return there;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #switchTo(handle: string): Promise<void> {
    if (this.#current === handle) return;
    await this.#post('/window', { handle });
    this.#current = handle;
  }

  #get(path: string): Promise<unknown> {
    return send(this.#address + path, 'GET');
  }

  #post(path: string, body: unknown): Promise<unknown> {
    return send(this.#address + path, 'POST', body);
  }

  #inTurn(work: () => Promise<unknown>): Promise<unknown> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

async function send(address: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (response.ok) return value;
  const { error = '', message = '' } = (value ?? {}) as {
    readonly error?: string;
    readonly message?: string;
  };
  throw new Error(`${error}: ${message}`);
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED';
}
