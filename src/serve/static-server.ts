// Serves a built folder as a production host would: the header rules, precompressed files, 404 for what is missing.
//
// There is no fallback to index.html: routes live in the hash, so every path that exists is a file, and a missing file
// that answers 200 would be cached by a worker as if it were the file.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { RESET_FILE } from '../bundle/site.ts';
import { CLEAR_CACHE, cacheControl, SECURITY_HEADERS } from './headers.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface StaticOptions {
  /** Looks at the disk on every request; otherwise the list of files is read once, at the start. */
  readonly watchDisk?: boolean;
}

/** `folder` is the deployed folder; it must exist. */
export function createStaticHandler(
  folder: string,
  { watchDisk = false }: StaticOptions = {},
): RequestHandler {
  const serveFile = sirv(folder, { brotli: true, gzip: true, etag: true, dev: watchDisk });
  return (request, response) => {
    for (const { name, value } of SECURITY_HEADERS) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answerText(response, 405, 'Method not allowed');
      return;
    }
    // Files are small: whole answers only. sirv would crash on a range that ends before it begins.
    delete request.headers.range;
    response.setHeader('Cache-Control', cacheControl(pathOf(request), true));
    if (pathOf(request) === `/${RESET_FILE}`) response.setHeader(CLEAR_CACHE.name, CLEAR_CACHE.value);
    serveFile(request, response, () => {
      response.setHeader('Cache-Control', cacheControl(pathOf(request), false));
      answerText(response, 404, 'Not found');
    });
  };
}

export type ListenProblem = { readonly kind: 'port-taken' | 'not-allowed'; readonly port: number };

/**
 * Listens on all interfaces of this machine; `port` 0 takes a free one. Resolves to the server, or to why it cannot
 * listen; other failures reject.
 */
export function listen(handler: RequestHandler, port: number): Promise<Server | ListenProblem> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ kind: 'port-taken', port });
      else if (error.code === 'EACCES') resolve({ kind: 'not-allowed', port });
      else reject(error);
    });
    server.listen(port, () => resolve(server));
  });
}

/** The port that a listening server got. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/, '');
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Cache-Control', cacheControl('/', false));
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}
