// A bad mobile line in front of the host: a round trip before each answer and one more for each new connection, connections
// that break, a bandwidth that all share. Made in the server, because a network emulator of the kernel is not everywhere.
//
// It also keeps what was really sent: an update or an install is judged by these bytes.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FaultAction } from './fault-server.ts';

export interface LineOptions {
  /** Milliseconds from a request to the first byte of its answer. */
  readonly roundTrip: number;
  /** Share of requests whose connection is reset: half of them before the answer, half in the middle of it. */
  readonly loss?: number;
  /** Of all connections together. */
  readonly bytesPerSecond?: number;
  readonly seed?: number;
}

export interface Delivery {
  /** Path and query. */
  readonly url: string;
  /** Asked by an installing worker, and not by a page. */
  readonly byWorker: boolean;
  readonly status: number;
  /** Bytes of the body as sent, compressed where the file is. */
  readonly bytes: number;
  /** Whether the whole of it left, as far as this end can know. */
  whole: boolean;
}

const CHUNK = 16_384;

export class SlowLine {
  readonly deliveries: Delivery[] = [];
  readonly #options: Required<LineOptions>;
  readonly #known = new WeakSet<Socket>();
  #random: number;
  /** When the line will have sent what it was given, in milliseconds of this process. */
  #freeAt = 0;

  constructor({ roundTrip, loss = 0, bytesPerSecond = Number.POSITIVE_INFINITY, seed = 1 }: LineOptions) {
    this.#options = { roundTrip, loss, bytesPerSecond, seed };
    this.#random = seed;
  }

  /** For `FaultServer.spoil`. */
  readonly action: FaultAction = (response, request, answer) => {
    const { socket } = request;
    const isNew = !this.#known.has(socket);
    this.#known.add(socket);
    const lost = this.#next() < this.#options.loss;
    const early = this.#next() < 0.5;
    const send = hold(response, (status, headers, body) => {
      const breakAt = lost ? body.length >> 1 : Number.POSITIVE_INFINITY;
      void this.#send(request, response, { status, headers, body, breakAt });
    });
    setTimeout(
      () => {
        if (lost && early) socket.resetAndDestroy();
        else {
          send();
          answer();
        }
      },
      this.#options.roundTrip * (isNew ? 2 : 1),
    );
  };

  /** Bodies sent whole with status 200, by their address. */
  wholeBodies(byWorker?: boolean): Map<string, number> {
    const counts = new Map<string, number>();
    for (const delivery of this.deliveries) {
      const counted = delivery.whole && delivery.status === 200 && delivery.bytes > 0;
      if (counted && (byWorker === undefined || delivery.byWorker === byWorker))
        counts.set(delivery.url, (counts.get(delivery.url) ?? 0) + 1);
    }
    return counts;
  }

  /** Bytes of all bodies with status 200, cut ones included, but for those whose address matches `except`. */
  bytesSent(except = /^$/): number {
    return this.deliveries
      .filter(({ url, status }) => status === 200 && !except.test(url))
      .reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async #send(request: IncomingMessage, response: ServerResponse, answer: HeldAnswer): Promise<void> {
    const { status, headers, body, breakAt } = answer;
    const delivery: Delivery & { bytes: number } = {
      url: request.url ?? '/',
      byWorker:
        request.headers['sec-fetch-dest'] === 'empty' && request.headers['cache-control'] !== undefined,
      status,
      bytes: 0,
      whole: false,
    };
    this.deliveries.push(delivery);
    response.on('finish', () => {
      delivery.whole = true;
    });
    response.writeHead(status, headers);
    for (let at = 0; at < body.length; at += CHUNK) {
      const chunk = body.subarray(at, at + CHUNK);
      await this.#turn(chunk.length);
      if (response.destroyed) return;
      if (at + chunk.length > breakAt) {
        request.socket.resetAndDestroy();
        return;
      }
      response.write(chunk);
      delivery.bytes += chunk.length;
    }
    response.end();
  }

  /** Resolves when the line has had the time for `bytes` more. */
  #turn(bytes: number): Promise<void> {
    const now = performance.now();
    this.#freeAt = Math.max(this.#freeAt, now) + (bytes / this.#options.bytesPerSecond) * 1000;
    return new Promise((resolve) => setTimeout(resolve, this.#freeAt - now));
  }

  /** Mulberry32: from 0 to below 1. */
  #next(): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

type Headers = Record<string, number | string | string[] | undefined>;

interface HeldAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly breakAt: number;
}

/** Call the result before the answer is made: it is then gathered, and handed over when it is whole. */
function hold(
  response: ServerResponse,
  whole: (status: number, headers: Headers, body: Buffer) => void,
): () => void {
  return () => {
    const { write, end, writeHead } = response;
    const parts: Buffer[] = [];
    let status: number | undefined;
    let headers: Headers = {};
    response.writeHead = (code: number, given?: unknown) => {
      status = code;
      headers = { ...(given as Headers) };
      return response;
    };
    response.write = (part: unknown) => {
      parts.push(Buffer.from(part as Uint8Array));
      return true;
    };
    response.end = (part?: unknown) => {
      if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part));
      Object.assign(response, { write, end, writeHead });
      whole(status ?? response.statusCode, headers, Buffer.concat(parts));
      return response;
    };
  };
}
