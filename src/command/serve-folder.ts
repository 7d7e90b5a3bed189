// What `start` and `dev` share: the port, and what to say when it cannot be had.

import type { Server } from 'node:http';
import { listen, type RequestHandler } from '../serve/static-server.ts';

/** `PORT`, or the given one; ends the process with status 2 where it is not a port. */
export function wantedPort(usual: number): number {
  const text = process.env.PORT ?? '';
  if (text === '') return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`PORT must be a number from 0 to 65535, found ${JSON.stringify(text)}.`);
  process.exit(2);
}

/** Listens, or says why not and ends the process with status 1. `script` is the npm script, for the way out. */
export async function serveOrExit(handler: RequestHandler, port: number, script: string): Promise<Server> {
  const server = await listen(handler, port);
  if (!('kind' in server)) return server;
  const reason =
    server.kind === 'port-taken'
      ? `Port ${server.port} is taken by another program`
      : `Port ${server.port} is not allowed`;
  console.error(`${reason}.\nChoose another port: PORT=${server.port + 1} npm ${script}`);
  process.exit(1);
}
