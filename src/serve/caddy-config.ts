// The header rules in the words of Caddy 2. Headers set before `file_server` also reach the error routes, where only the
// cache rule is replaced.

import { HASHED_FOLDER } from '../bundle/site.ts';
import { CACHE_HASHED, CACHE_MISSING, CACHE_REVALIDATED, MEDIA_TYPES, SECURITY_HEADERS } from './headers.ts';
import type { HostPlace } from './nginx-config.ts';

/** A complete site block. With a host name in `listen` Caddy brings TLS and the redirect from http itself. */
export function caddyConfig({ root, listen }: HostPlace): string {
  const security = SECURITY_HEADERS.map(({ name, value }) => `    ${name} "${value}"`);
  const typed = MEDIA_TYPES.map(({ extension, type }) => `  header *.${extension} Content-Type "${type}"`);
  return [
    `${listen} {`,
    `  root * ${root}`,
    '  header {',
    ...security,
    '    -Server',
    '  }',
    `  @hashed path /${HASHED_FOLDER}*`,
    `  @named not path /${HASHED_FOLDER}*`,
    `  header @hashed Cache-Control "${CACHE_HASHED}"`,
    `  header @named Cache-Control "${CACHE_REVALIDATED}"`,
    ...typed,
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    `    header Cache-Control "${CACHE_MISSING}"`,
    '    respond "{err.status_code} {err.status_text}"',
    '  }',
    '}',
    '',
  ].join('\n');
}
