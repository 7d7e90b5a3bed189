// index.html from its source: the source names what the page is made of, the result what the build made of it.
//
// Everything that must reach a phone with a new version has to change these bytes: the bundle id, the names of script and
// style, the digest of the headers.

import { headersDigest, META_CONTENT_SECURITY_POLICY } from '../serve/headers.ts';

const SCRIPT = /[ \t]*<script\b[^>]*\bsrc="([^"]+)"[^>]*>\s*<\/script>\s*/g;

/** The scripts that the source of the shell refers to, relative to it, in their order. */
export function shellSources(html: string): string[] {
  const scripts = Array.from(html.matchAll(SCRIPT), (match) => match[1] ?? '');
  if (scripts.length === 0) throw new Error('the shell must refer to a script, found none');
  return scripts;
}

export interface ShellParts {
  readonly bundleId: string;
  /** In the order in which they run. */
  readonly scripts: readonly Linked[];
  readonly style: Linked;
  /** Files to fetch while the scripts are still on their way. */
  readonly preload: readonly string[];
}

export interface Linked {
  readonly path: string;
  readonly integrity: string;
}

export function shellHtml(source: string, { bundleId, scripts, style, preload }: ShellParts): string {
  const head = [
    `<link rel="stylesheet" crossorigin integrity="${style.integrity}" href="./${style.path}">`,
    ...scripts.map(
      (script) =>
        `<script defer crossorigin integrity="${script.integrity}" src="./${script.path}"></script>`,
    ),
    ...preload.map((path) => `<link rel="preload" as="fetch" crossorigin href="./${path}">`),
  ];
  const policy = [
    `<meta http-equiv="Content-Security-Policy" content="${META_CONTENT_SECURITY_POLICY}">`,
    `<meta name="headers" content="${headersDigest()}">`,
  ];
  let html = source.replace(/<!--[\s\S]*?-->/g, '').replace(SCRIPT, '');
  html = insert(html, /<html\b(?=[^>]*\blang="zh-CN")/, (match) => `${match} data-bundle="${bundleId}"`);
  html = insert(html, /<meta charset="[^"]*"\s*\/?>/i, (match) => [match, ...policy].join('\n'));
  html = insert(html, /<\/head>/, (match) => [...head, match].join('\n'));
  return html.replace(/^[ \t]+/gm, '').replace(/\n{2,}/g, '\n');
}

function insert(html: string, place: RegExp, replace: (match: string) => string): string {
  if (!place.test(html)) throw new Error(`the shell lacks ${place.source}`);
  return html.replace(place, replace);
}
