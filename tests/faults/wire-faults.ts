// What networks, hosts and proxies do to one file of an install or of an update.

import {
  altered,
  type FaultAction,
  hang,
  portalPage,
  portalScript,
  redirectToPortal,
  reset,
  stall,
  status,
  truncate,
} from '../support/fault-server.ts';
import type { FaultRow } from './fault-row.ts';

function raw(text: string): FaultAction {
  return (_, request) => request.socket.end(text);
}

function withHeader(name: string, value: string): FaultAction {
  return altered((body, response) => {
    response.setHeader(name, value);
    return body;
  });
}

const drip: FaultAction = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
  const timer = setInterval(() => response.write('x'), 100);
  response.on('close', () => clearInterval(timer));
};

const resetInBody: FaultAction = (response, request) => {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': '50000' });
  response.write('POSR\0');
  setTimeout(() => request.socket.resetAndDestroy(), 50);
};

const loop: FaultAction = (response, request) => {
  response.writeHead(302, { Location: request.url ?? '/' }).end();
};

const flipped = altered((body) => {
  const copy = Buffer.from(body);
  copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 1, copy.length >> 1);
  return copy;
});

type Wire = readonly [name: string, how: string, action: FaultAction, core?: 'core'];

export const WIRE: readonly Wire[] = [
  ['a portal page', '200, HTML', portalPage, 'core'],
  ['a portal script', '200, JavaScript', portalScript],
  ['not found', '404', status(404)],
  ['forbidden', '403', status(403)],
  ['a login is asked for', '401', status(401)],
  ['the host fails', '500', status(500)],
  ['the host is overloaded', '503', status(503)],
  ['a redirect to a portal', '302', redirectToPortal],
  ['a redirect to itself', '302, loop', loop],
  ['a reset before the answer', 'RST', reset],
  ['a reset in the middle of the body', 'RST after 5 bytes', resetInBody],
  [
    'cut short, length told',
    'FIN before Content-Length',
    raw('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf'),
  ],
  [
    'cut short, chunked',
    'FIN in a chunk',
    raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf'),
  ],
  ['cut short, ended by closing', 'HTTP/1.0', truncate, 'core'],
  ['no answer', 'headers never come', hang],
  ['a stalled body', '5 bytes, then silence', stall, 'core'],
  ['a drip', '10 bytes a second', drip],
  ['a false gzip', 'Content-Encoding: gzip over plain bytes', withHeader('Content-Encoding', 'gzip')],
  ['an empty answer', '200, no body', altered(() => Buffer.alloc(0))],
  ['no content', '204', status(204)],
  ['one bit changed', 'a proxy or a bad cable', flipped, 'core'],
  ['bytes added', 'a proxy adds its script', altered((body) => Buffer.concat([body, Buffer.from('/*ad*/')]))],
  ['no HTTP', 'garbage before the headers', raw('\0\0\0garbage\r\n\r\n')],
  ['Vary: *', 'header', withHeader('Vary', '*')],
];

/** It comes late, so there is something to go on from. */
const IN_INSTALL = /\/assets\/body-/;
/** Only the newer version has it: the other parts are there already. */
const IN_UPDATE = /\/assets\/articles-/;

const UPDATE_NAMES =
  /portal page|not found|500|host fails|before the answer|cut short|stalled|bit changed|gzip|Vary/;

export const WIRE_ROWS: readonly FaultRow[] = [
  ...WIRE.map(
    ([name, how, action, core]): FaultRow => ({
      name,
      where: 'install',
      how,
      from: 'empty',
      expected: ['nothing'],
      ...(core && { core: true }),
      inject: async (scene) => {
        scene.server.spoil(IN_INSTALL, action);
        await scene.tryInstall();
      },
    }),
  ),
  ...WIRE.filter(([name]) => UPDATE_NAMES.test(name)).map(
    ([name, how, action, core]): FaultRow => ({
      name,
      where: 'update',
      how,
      from: 'installed',
      expected: ['v1'],
      newest: 'v2',
      ...(core && { core: true }),
      inject: async (scene) => {
        scene.server.spoil(IN_UPDATE, action);
        await scene.tryUpdate();
      },
    }),
  ),
  ...[0, 3, 8, 15, 20, 25].map(
    (k): FaultRow => ({
      name: `the line is cut after ${k} files`,
      where: 'install',
      how: 'every later request of the worker is reset',
      from: 'empty',
      expected: ['nothing'],
      inject: async (scene) => {
        let left = k;
        scene.server.spoil(/./, (response, request, answer) => {
          const own =
            request.headers['sec-fetch-dest'] === 'empty' && request.headers['cache-control'] !== undefined;
          if (!own || left-- > 0) answer();
          else reset(response, request, answer);
        });
        await scene.tryInstall();
      },
    }),
  ),
  {
    name: 'right bytes of a wrong type',
    where: 'install',
    how: 'text/plain for the script, not to be kept by the HTTP cache',
    from: 'empty',
    expected: ['nothing', 'boot page', 'v1'],
    inject: async (scene) => {
      const wrongType = altered((body, response) => {
        response.setHeader('Content-Type', 'text/plain');
        response.setHeader('Cache-Control', 'no-store');
        return body;
      });
      scene.server.spoil(/\/assets\/app-.*js/, wrongType);
      await scene.tryInstall();
    },
  },
  {
    name: 'a proxy adds a policy that forbids scripts',
    where: 'install',
    how: "Content-Security-Policy: script-src 'none' on index.html",
    from: 'empty',
    expected: ['boot page', 'nothing', 'v1'],
    inject: async (scene) => {
      scene.server.spoil(/^\/(?:index\.html)?$/, withHeader('Content-Security-Policy', "script-src 'none'"));
      await scene.tryInstall();
      await scene.page.goto('about:blank');
    },
  },
  {
    name: 'a proxy adds a policy only to what the worker stores',
    where: 'install',
    how: "Content-Security-Policy: script-src 'none' on the stored index.html",
    from: 'empty',
    expected: ['boot page', 'nothing', 'v1'],
    inject: async (scene) => {
      scene.server.spoil(/^\/index\.html$/, withHeader('Content-Security-Policy', "script-src 'none'"));
      await scene.tryInstall();
    },
  },
];
