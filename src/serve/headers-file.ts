// The header rules as a `_headers` file, which Netlify, Cloudflare Pages and others read from the deployed folder.
//
// Such hosts join the values of a header that two rules set, so no path may get Cache-Control twice; and they go by path,
// not by status, so 404.html must exist, or a missing file would be answered by index.html.

import { HASHED_FOLDER, RESET_FILE } from '../bundle/site.ts';
import {
  CACHE_HASHED,
  CACHE_REVALIDATED,
  CACHE_UNSTORED,
  CLEAR_CACHE,
  REVALIDATED_FILES,
  SECURITY_HEADERS,
  UNSTORED_FILES,
} from './headers.ts';

export function headersFile(): string {
  const rule = (path: string, headers: readonly string[]): string =>
    [path, ...headers.map((header) => `  ${header}`)].join('\n');
  return [
    rule(
      '/*',
      SECURITY_HEADERS.map(({ name, value }) => `${name}: ${value}`),
    ),
    rule(`/${HASHED_FOLDER}*`, [`Cache-Control: ${CACHE_HASHED}`]),
    ...REVALIDATED_FILES.map((file) => rule(`/${file}`, [`Cache-Control: ${CACHE_REVALIDATED}`])),
    ...UNSTORED_FILES.map((file) =>
      rule(`/${file}`, [
        `Cache-Control: ${CACHE_UNSTORED}`,
        ...(file === RESET_FILE ? [`${CLEAR_CACHE.name}: ${CLEAR_CACHE.value}`] : []),
      ]),
    ),
    '',
  ].join('\n');
}
