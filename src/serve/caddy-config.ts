// The header rules in the words of Caddy 2. An error begins with a clean response: what was set before `file_server` is
// gone there, so the error route says the security headers again. Ranges are taken out of requests: a range past the end
// would answer 416 with the cache rule of the file.

import { HASHED_FOLDER, RESET_FILE } from '../bundle/site.ts';
import {
  CACHE_HASHED,
  CACHE_MISSING,
  CACHE_REVALIDATED,
  CACHE_UNSTORED,
  CLEAR_CACHE,
  MEDIA_TYPES,
  SECURITY_HEADERS,
  UNSTORED_FILES,
} from './headers.ts';
import type { HostPlace } from './nginx-config.ts';

/** A complete site block. With a host name in `listen` Caddy brings TLS and the redirect from http itself. */
export function caddyConfig({ root, listen }: HostPlace): string {
  const security = (indent: string): string[] => [
    `${indent}header {`,
    ...SECURITY_HEADERS.map(({ name, value }) => `${indent}  ${name} "${value}"`),
    `${indent}  -Server`,
    `${indent}}`,
  ];
  const unstored = UNSTORED_FILES.map((file) => `/${file}`).join(' ');
  const typed = MEDIA_TYPES.flatMap(({ extension, type }) => [
    `  @${extension} path *.${extension}`,
    `  header @${extension} Content-Type "${type}"`,
  ]);
  return [
    `${listen} {`,
    `  root * ${root}`,
    '  request_header -Range',
    ...security('  '),
    `  @hashed path /${HASHED_FOLDER}*`,
    `  @named not path /${HASHED_FOLDER}* ${unstored}`,
    `  @unstored path ${unstored}`,
    `  header @hashed Cache-Control "${CACHE_HASHED}"`,
    `  header @named Cache-Control "${CACHE_REVALIDATED}"`,
    `  header @unstored Cache-Control "${CACHE_UNSTORED}"`,
    `  @reset path /${RESET_FILE}`,
    `  header @reset ${CLEAR_CACHE.name} \`${CLEAR_CACHE.value}\``,
    ...typed,
    '  @writing not method GET HEAD',
    '  error @writing 405',
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    ...security('    '),
    `    header Cache-Control "${CACHE_MISSING}"`,
    '    respond "{err.status_code} {err.status_text}"',
    '  }',
    '}',
    '',
  ].join('\n');
}
