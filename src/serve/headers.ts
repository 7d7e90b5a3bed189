// The HTTP headers of the site, written once. The start script sends them, and the emitters beside this file say them in
// the words of nginx, Caddy and `_headers`.
//
// A browser keeps the headers of a cached response with it: a change here reaches a phone only with new bytes. The build
// therefore puts `headersDigest()` into index.html. Nothing the page uses may need a host beyond its own.

import { createHash } from 'node:crypto';
import {
  HASHED_FOLDER,
  RESET_FILE,
  RESET_SCRIPT,
  SHELL_FILE,
  TRUSTED_TYPES_POLICY,
  WORKER_FILE,
} from '../bundle/site.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

const POLICY_IN_PAGE: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
];

/** For `<meta http-equiv>`: what a page may say itself where a host or an in-app browser drops headers. */
export const META_CONTENT_SECURITY_POLICY = POLICY_IN_PAGE.join('; ');

/** On every response, errors included. */
export const SECURITY_HEADERS: readonly Header[] = [
  { name: 'Content-Security-Policy', value: [...POLICY_IN_PAGE, "frame-ancestors 'none'"].join('; ') },
  { name: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains; preload' },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'X-Frame-Options', value: 'DENY' },
  { name: 'Referrer-Policy', value: 'no-referrer' },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { name: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { name: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  {
    name: 'Permissions-Policy',
    value:
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), ' +
      'screen-wake-lock=(self)',
  },
];

/** `no-transform`: a proxy that rewrites bytes breaks the integrity of every file for good. */
export const CACHE_HASHED = 'public, max-age=31536000, immutable, no-transform';
export const CACHE_REVALIDATED = 'no-cache, no-transform';
/** A missing file must not be remembered: the next deployment may bring it. */
export const CACHE_MISSING = 'no-store';

/** What the way out consists of: spoiled by a proxy once and kept, it would be no way out. A comparison by ETag would not find it. */
export const CACHE_UNSTORED = 'no-store, no-transform';
export const UNSTORED_FILES: readonly string[] = [RESET_FILE, RESET_SCRIPT];

/** On the reset page: what a proxy has spoiled may lie in the browser's own cache for a year. Not every engine obeys. */
export const CLEAR_CACHE: Header = { name: 'Clear-Site-Data', value: '"cache"' };

/** Files with fixed names; for hosts that set headers by name. `''` is the root. */
export const REVALIDATED_FILES: readonly string[] = [
  '',
  SHELL_FILE,
  WORKER_FILE,
  'sw-retire.js',
  '404.html',
  'manifest.webmanifest',
];

/** Media types that hosts are known to get wrong. */
export const MEDIA_TYPES: readonly { readonly extension: string; readonly type: string }[] = [
  { extension: 'webmanifest', type: 'application/manifest+json' },
];

/** `path` begins with a slash and is relative to where the site is mounted; `found`: whether there is such a file. */
export function cacheControl(path: string, found: boolean): string {
  if (!found) return CACHE_MISSING;
  if (UNSTORED_FILES.includes(path.slice(1))) return CACHE_UNSTORED;
  return path.startsWith(`/${HASHED_FOLDER}`) ? CACHE_HASHED : CACHE_REVALIDATED;
}

/** 16 hex digits that change whenever a header of the site does. */
export function headersDigest(): string {
  const rules = [
    SECURITY_HEADERS,
    CACHE_HASHED,
    CACHE_REVALIDATED,
    CACHE_MISSING,
    CACHE_UNSTORED,
    CLEAR_CACHE,
    HASHED_FOLDER,
    REVALIDATED_FILES,
    UNSTORED_FILES,
  ];
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16);
}
