// The headers of a stored file. They were frozen when it was stored, and integrity does not cover them: what a proxy did to
// them once (another type, a policy that forbids scripts) would hold for as long as the bytes stay the same. So the two that
// can stop the app are never taken from the cache. The policy of the page stands in index.html, all but what only a header
// can say.

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  bin: 'application/octet-stream',
};

/** `url` is the address in the precache manifest. */
export function servedHeaders(url: string, stored: Headers): Headers {
  const headers = new Headers(stored);
  const type = TYPES[url.slice(url.lastIndexOf('.') + 1)];
  if (type !== undefined) headers.set('Content-Type', type);
  headers.delete('Content-Security-Policy-Report-Only');
  headers.set('Content-Security-Policy', "frame-ancestors 'none'");
  return headers;
}
