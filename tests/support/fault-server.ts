// The production server with faults in front of it: what networks, hosts and proxies do to a response. Stopping it is the
// real thing, not an emulation: the port is closed and every connection is cut.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createStaticHandler, listen, portOf, type RequestHandler } from '../../src/serve/static-server.ts';

export type FaultAction = (response: ServerResponse, request: IncomingMessage, answer: () => void) => void;

export interface Fault {
  /** Tested against path and query. */
  readonly re: RegExp;
  /** How many requests it spoils. */
  times: number;
  readonly fn: FaultAction;
}

/**
 * Below those that a system hands out by itself (32768 on Linux): a host that is stopped for a while must not see its port, and with it
 * the origin and all that is stored for it, given to another. Each test process begins elsewhere.
 */
const FIRST_PORT = 20_000;
const PORTS_OF_A_PROCESS = 200;
let nextPort = FIRST_PORT + (process.pid % 60) * PORTS_OF_A_PROCESS;

export class FaultServer {
  /** Path and query of every request since the last `clearLog`, in order. */
  readonly log: string[] = [];
  faults: Fault[] = [];
  #handler: RequestHandler;
  #server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  /** `folder`: what is deployed at first. */
  constructor(folder: string) {
    this.#handler = createStaticHandler(folder);
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Keeps its port from one start to the next. */
  async start(): Promise<void> {
    const isFirst = this.#port === 0;
    const port = isFirst ? nextPort++ : this.#port;
    const server = await listen((request, response) => this.#answer(request, response), port);
    if ('kind' in server) {
      if (isFirst && server.kind === 'port-taken') return this.start();
      throw new Error(`port ${server.port}: ${server.kind}`);
    }
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server = server;
    this.#port = portOf(server);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** From now on another build is deployed. */
  deploy(folder: string): void {
    this.#handler = createStaticHandler(folder);
  }

  /** Serves below a folder, such as `/pos/`, and nothing elsewhere. */
  mount(folder: string): void {
    const serve = this.#handler;
    this.#handler = (request, response) => {
      const url = request.url ?? '/';
      if (url.startsWith(folder)) {
        request.url = url.slice(folder.length - 1);
        serve(request, response);
      } else response.writeHead(404).end();
    };
  }

  /** Spoils the next `times` requests for `re`; the newest fault that matches acts. */
  spoil(re: RegExp, fn: FaultAction, times = Number.POSITIVE_INFINITY): void {
    this.faults.unshift({ re, times, fn });
  }

  heal(): void {
    this.faults = [];
  }

  clearLog(): void {
    this.log.length = 0;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    this.log.push(url);
    const fault = this.faults.find(({ re, times }) => times > 0 && re.test(url));
    if (fault === undefined) {
      this.#handler(request, response);
      return;
    }
    fault.times--;
    fault.fn(response, request, () => this.#handler(request, response));
  }
}

const PORTAL = '<!doctype html><title>登录</title><h1>请先登录 Wi-Fi</h1>';

/** The page of a captive portal, with status 200, whatever was asked for. */
export const portalPage: FaultAction = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(PORTAL);
};

/** The script of a portal or an advertising proxy, with the right type. */
export const portalScript: FaultAction = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/javascript' });
  response.end('document.title = "portal";');
};

export function status(code: number): FaultAction {
  return (response) => {
    response.writeHead(code, { 'Content-Type': 'text/plain' });
    response.end('fault');
  };
}

export const redirectToPortal: FaultAction = (response) => {
  response.writeHead(302, { Location: '/portal-login' });
  response.end();
};

/** By the socket of the request: the response has none as long as the one before it on the same connection is being sent. */
export const reset: FaultAction = (_, request) => {
  request.socket.resetAndDestroy();
};

/** Headers never come. */
export const hang: FaultAction = () => undefined;

/** The body stops after five bytes, and the connection stays open. */
export const stall: FaultAction = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': '5000' });
  response.write('POSR\0');
};

/** The right answer, with its bytes and headers changed on the way. */
export function altered(change: (body: Buffer, response: ServerResponse) => Buffer): FaultAction {
  return (response, request, answer) => {
    // Without these the file comes as it is on disk, and whole.
    delete request.headers['accept-encoding'];
    delete request.headers['if-none-match'];
    const parts: Buffer[] = [];
    const end = response.end.bind(response);
    response.write = (part: unknown) => {
      parts.push(Buffer.from(part as Uint8Array));
      return true;
    };
    const writeHead = response.writeHead.bind(response);
    let head: Record<string, number | string | string[] | undefined> = {};
    response.writeHead = (_code: number, headers?: unknown) => {
      head = { ...(headers as typeof head) };
      return response;
    };
    response.end = (part?: unknown) => {
      if (part instanceof Uint8Array) parts.push(Buffer.from(part));
      delete head['Content-Length'];
      response.removeHeader('Content-Length');
      const body = change(Buffer.concat(parts), response);
      writeHead(200, { ...head, ...Object.fromEntries(Object.entries(response.getHeaders())) });
      return end(body);
    };
    answer();
  };
}

/** Half of the body, ended by closing as HTTP/1.0 ends a whole one: only a comparison of the content can tell. */
export const truncate: FaultAction = altered((body, response) => {
  response.shouldKeepAlive = false;
  response.useChunkedEncodingByDefault = false;
  return body.subarray(0, body.length >> 1);
});
