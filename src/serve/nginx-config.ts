// The header rules in the words of nginx. `add_header` is not inherited by a location that has one of its own, so every
// location repeats the security headers; those carry `always`, the cache rules of files that exist do not. Those of the
// server itself are for requests that are refused before there is a location.

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

export interface HostPlace {
  /** Absolute path of the deployed folder on the host. */
  readonly root: string;
  /** What the server listens to: a port, or for Caddy an address such as `pos.example`. */
  readonly listen: string;
}

/** A complete `server` block. TLS and the redirect from http are the operator's: they depend on the host. */
export function nginxConfig({ root, listen }: HostPlace): string {
  const security = SECURITY_HEADERS.map(({ name, value }) => `add_header ${name} "${value}" always;`);
  const location = (pattern: string, lines: readonly string[]): string =>
    [`  location ${pattern} {`, ...[...lines, ...security].map((line) => `    ${line}`), '  }'].join('\n');
  const typed = MEDIA_TYPES.map(({ extension, type }) =>
    location(`~ \\.${extension}$`, [
      'types {}',
      `default_type ${type};`,
      'try_files $uri =404;',
      `add_header Cache-Control "${CACHE_REVALIDATED}";`,
    ]),
  );
  return [
    'server {',
    `  listen ${listen};`,
    `  root ${root};`,
    '  index index.html;',
    '  charset utf-8;',
    '  etag on;',
    '  gzip_static on;',
    '  gzip_vary on;',
    '  # With the module ngx_brotli: brotli_static on;',
    '  max_ranges 0;',
    '  server_tokens off;',
    '  error_page 404 403 @missing;',
    ...security.map((line) => `  ${line}`),
    '',
    location(`/${HASHED_FOLDER}`, ['try_files $uri =404;', `add_header Cache-Control "${CACHE_HASHED}";`]),
    ...typed,
    ...UNSTORED_FILES.map((file) =>
      location(`= /${file}`, [
        `add_header Cache-Control "${CACHE_UNSTORED}";`,
        ...(file === RESET_FILE ? [`add_header ${CLEAR_CACHE.name} '${CLEAR_CACHE.value}';`] : []),
      ]),
    ),
    location('/', [
      'try_files $uri $uri/index.html =404;',
      `add_header Cache-Control "${CACHE_REVALIDATED}";`,
    ]),
    location('@missing', [`add_header Cache-Control "${CACHE_MISSING}" always;`, 'return 404;']),
    '}',
    '',
  ].join('\n');
}
