// WebDriver BiDi over a WebSocket, as far as Firefox needs it. Node 20 has a WebSocket only behind
// `--experimental-websocket`, which `npm run test:engines` sets.

import { type Tab, within } from './driven-page.ts';

interface Reply {
  readonly id?: number | null;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const LOAD_LIMIT_MS = 45_000;

export class BidiSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  #count = 0;
  browserVersion = '';

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Reply));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has gone'));
      this.#waiting.clear();
    });
  }

  /** `address` is what the browser says that it listens on. */
  static async start(address: string): Promise<BidiSession> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)));
    });
    const session = new BidiSession(socket);
    const { capabilities } = (await session.send('session.new', { capabilities: {} })) as {
      readonly capabilities: { readonly browserVersion: string };
    };
    session.browserVersion = capabilities.browserVersion;
    return session;
  }

  async firstTab(): Promise<Tab> {
    const { contexts } = (await this.send('browsingContext.getTree', {})) as {
      readonly contexts: readonly { readonly context: string }[];
    };
    const context = contexts[0]?.context;
    return context === undefined ? this.newTab() : this.#tab(context);
  }

  async newTab(): Promise<Tab> {
    const made = (await this.send('browsingContext.create', { type: 'tab' })) as { readonly context: string };
    return this.#tab(made.context);
  }

  /** The browser ends by itself, as by its menu. */
  async end(): Promise<void> {
    await this.send('browser.close', {});
  }

  close(): void {
    this.#socket.close();
  }

  send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      if (this.#socket.readyState !== WebSocket.OPEN) reject(new Error('the browser has gone'));
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive({ id, result, error, message }: Reply): void {
    const waiting = typeof id === 'number' ? this.#waiting.get(id) : undefined;
    if (typeof id !== 'number' || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === undefined) waiting.resolve(result);
    else waiting.reject(new Error(`${error}: ${message}`));
  }

  #tab(context: string): Tab {
    const load = (method: string, params: Readonly<Record<string, unknown>>, limit: number) =>
      within(limit, method, this.send(method, { context, wait: 'interactive', ...params }));
    return {
      navigate: async (url, limit) => {
        await load('browsingContext.navigate', { url }, limit);
      },
      reload: async () => {
        await load('browsingContext.reload', {}, LOAD_LIMIT_MS);
      },
      call: async (body) => {
        const params = {
          functionDeclaration: `async () => { ${body} }`,
          awaitPromise: true,
          target: { context },
        };
        const called = (await this.send('script.callFunction', params)) as {
          readonly type: 'success' | 'exception';
          readonly result?: { readonly value?: unknown };
          readonly exceptionDetails?: { readonly text?: string };
        };
        if (called.type === 'exception') throw new Error(called.exceptionDetails?.text ?? 'exception');
        return String(called.result?.value);
      },
      preload: async (script) => {
        const functionDeclaration = `() => { ${script} }`;
        await this.send('script.addPreloadScript', { functionDeclaration, contexts: [context] });
      },
      close: async () => {
        await this.send('browsingContext.close', { context });
      },
    };
  }
}
