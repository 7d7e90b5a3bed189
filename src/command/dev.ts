// npm run dev: content and app with live reload. Rebuilds as a whole, because a whole build is quick and is the build that
// will be deployed; only minification and compression are left out. Without a worker, unless the address has ?sw.

import { watch } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHELL_FILE } from '../bundle/site.ts';
import { createStaticHandler, portOf, type RequestHandler } from '../serve/static-server.ts';
import { parseArguments } from './arguments.ts';
import { CONTENT, PROJECT } from './project-paths.ts';
import { runBuild } from './run-build.ts';
import { serveOrExit, wantedPort } from './serve-folder.ts';

const USAGE = `npm run dev

Content and app with live reload, without service worker unless the address has ?sw.
  PORT=5173   the port (environment)`;

const RELOAD_SCRIPT = `new EventSource('./dev-events').addEventListener('message', () => location.reload());\n`;
/** Editors write a file in several steps. */
const SETTLE_MS = 120;

parseArguments({ options: {} }, USAGE);
const port = wantedPort(5173);
const folder = await mkdtemp(join(tmpdir(), 'pos-dev-'));
const out = join(folder, 'dist');
const listeners = new Set<ServerResponse>();

let building = false;
let changed = false;

async function rebuild(): Promise<void> {
  changed = true;
  if (building) return;
  building = true;
  while (changed) {
    changed = false;
    if (await runBuild({ content: CONTENT, out, table: false, optimise: false })) {
      for (const listener of listeners) listener.write('data: built\n\n');
    }
  }
  building = false;
}

const serveFile = createStaticHandler(out, { watchDisk: true });
const handler: RequestHandler = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/dev-events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write('\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  } else if (pathname === '/dev-reload.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(RELOAD_SCRIPT);
  } else if ((pathname === '/' || pathname === `/${SHELL_FILE}`) && !searchParams.has('sw')) {
    void sendShell(response);
  } else {
    serveFile(request, response);
  }
};

async function sendShell(response: ServerResponse): Promise<void> {
  try {
    const html = await readFile(join(out, SHELL_FILE), 'utf8');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    const script = '<script src="./dev-reload.js"></script></head>';
    response.end(html.replace('<html', '<html data-worker="off"').replace('</head>', script));
  } catch {
    response
      .writeHead(503, { 'Content-Type': 'text/plain', Refresh: '1' })
      .end('There is no build yet: see the terminal.\n');
  }
}

await rebuild();
let timer: ReturnType<typeof setTimeout> | undefined;
for (const source of [CONTENT, join(PROJECT, 'src'), join(PROJECT, 'sw')]) {
  watch(source, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), SETTLE_MS);
  });
}
const server = await serveOrExit(handler, port, 'run dev');
console.log(`http://localhost:${portOf(server)}  (service worker: http://localhost:${portOf(server)}/?sw)`);
process.once('SIGINT', () => {
  void rm(folder, { recursive: true, force: true }).then(() => process.exit(0));
});
