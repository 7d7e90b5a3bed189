// Address ⇄ screen. Everything after `#`, so that no host needs a rewrite rule and every navigation is the app shell.
//
//   #/                       home              #/<id>             article
//   #/?q=e3                  search            #/<id>?triage      guided triage
//   #/?browse=unionpay       a list            #/<id>?customer    the sentence, full screen
//   #/?status                offline status
//
// An address is text from outside: what does not parse is home, and nothing of it reaches the screen but as text.

import { type ArticleId, CHANNELS, LINES, parseArticleId } from '../bundle/article.ts';

export type BrowseList = (typeof CHANNELS)[number] | (typeof LINES)[number] | 'codes' | 'guides';

export type Route =
  | { readonly kind: 'home'; readonly query: string }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'triage'; readonly id: ArticleId }
  | { readonly kind: 'customer'; readonly id: ArticleId }
  | { readonly kind: 'browse'; readonly list: BrowseList }
  | { readonly kind: 'status' };

const BROWSE_LISTS: readonly BrowseList[] = [...CHANNELS, ...LINES, 'codes', 'guides'];

/** Longer queries are cut, in UTF-16 units: the engine reads no more. */
export const QUERY_LIMIT = 200;

export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#?\/?/, '');
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const parameters = new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1));
  const id = parseArticleId(path);
  if (id !== undefined) {
    if (parameters.has('triage')) return { kind: 'triage', id };
    if (parameters.has('customer')) return { kind: 'customer', id };
    return { kind: 'article', id };
  }
  if (path !== '') return { kind: 'home', query: '' };
  const list = BROWSE_LISTS.find((name) => name === parameters.get('browse'));
  if (list !== undefined) return { kind: 'browse', list };
  if (parameters.has('status')) return { kind: 'status' };
  return { kind: 'home', query: (parameters.get('q') ?? '').slice(0, QUERY_LIMIT) };
}

export function addressOf(route: Route): string {
  switch (route.kind) {
    case 'home':
      // URLSearchParams takes lone surrogates, on which encodeURIComponent throws.
      return route.query === '' ? '#/' : `#/?${new URLSearchParams({ q: route.query })}`;
    case 'article':
      return `#/${route.id}`;
    case 'triage':
      return `#/${route.id}?triage`;
    case 'customer':
      return `#/${route.id}?customer`;
    case 'browse':
      return `#/?browse=${route.list}`;
    case 'status':
      return '#/?status';
  }
}

export function articleAddress(id: string): string {
  return `#/${id}`;
}
