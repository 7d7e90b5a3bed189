// npm start: builds when needed, then serves dist/ as a production host would.

import { createStaticHandler, portOf } from '../serve/static-server.ts';
import { parseArguments } from './arguments.ts';
import { isFresh } from './freshness.ts';
import { CONTENT, DIST, SOURCES } from './project-paths.ts';
import { runBuild } from './run-build.ts';
import { serveOrExit, wantedPort } from './serve-folder.ts';

const USAGE = `npm start

Serves dist/ with the production headers, after building it where it is missing or older than its sources.
  PORT=4173   the port (environment)`;

parseArguments({ options: {} }, USAGE);
const port = wantedPort(4173);
if (!isFresh(DIST, SOURCES)) {
  console.log('Building dist/ …');
  if (!(await runBuild({ content: CONTENT, out: DIST, table: false }))) process.exit(1);
}
const server = await serveOrExit(createStaticHandler(DIST), port, 'start');
console.log(`http://localhost:${portOf(server)}`);
