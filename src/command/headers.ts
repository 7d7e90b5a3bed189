// npm run -s headers -- nginx|caddy|_headers: the header rules of the site for a host's own configuration.

import { caddyConfig } from '../serve/caddy-config.ts';
import { headersFile } from '../serve/headers-file.ts';
import { nginxConfig } from '../serve/nginx-config.ts';
import { parseArguments } from './arguments.ts';

const USAGE = `npm run -s headers -- [--root DIR] [--listen WHERE] nginx|caddy|_headers

Prints the header and cache rules in the words of a host. dist/ already contains _headers.
  --root DIR       where the deployed folder is on the host (default: /srv/pos-reference)
  --listen WHERE   nginx: a port; Caddy: an address (default: 8080, :8080)`;

const { values, positionals } = parseArguments(
  {
    options: { root: { type: 'string', default: '/srv/pos-reference' }, listen: { type: 'string' } },
    allowPositionals: true,
  },
  USAGE,
);
const [host, ...more] = positionals;
const { root, listen } = values;
if (more.length === 0 && host === 'nginx') console.log(nginxConfig({ root, listen: listen ?? '8080' }));
else if (more.length === 0 && host === 'caddy') console.log(caddyConfig({ root, listen: listen ?? ':8080' }));
else if (more.length === 0 && host === '_headers') console.log(headersFile());
else {
  console.error(USAGE);
  process.exitCode = 2;
}
