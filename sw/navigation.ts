// Which navigations the worker answers, and with what. Decides only; the worker acts.

import { HASHED_FOLDER, RESET_FILE, SHELL_FILE } from '../src/bundle/site.ts';

export type NavigationRoute =
  | { readonly kind: 'shell' }
  /** Routes live in the hash: another path can only come from a mistyped or old address. The hash is kept. */
  | { readonly kind: 'to-root' }
  | { readonly kind: 'not-ours' };

/** `href` is the absolute address of a navigation, `scope` that of the worker, with its final slash. */
export function routeNavigation(href: string, scope: string): NavigationRoute {
  const { origin, pathname } = new URL(href);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return { kind: 'not-ours' };
  const path = pathname.slice(root.pathname.length);
  if (path === '' || path === SHELL_FILE) return { kind: 'shell' };
  // The reset page must come from the host even if this worker is broken.
  if (path === RESET_FILE || path.startsWith(HASHED_FOLDER)) return { kind: 'not-ours' };
  return { kind: 'to-root' };
}

/** Whether `html` is a page of ours, of whatever version, and whole: a portal answers with another, a bad line with half of it. */
export function isOurPage(html: string): boolean {
  return html.includes(' data-bundle="') && html.trimEnd().endsWith('</html>');
}
