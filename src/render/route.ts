// Address ⇄ screen. Everything after `#`, so that no host needs a rewrite rule and every navigation is the app shell.
//
//   #/                       home              #/<id>             article
//   #/?q=e3                  search            #/<id>?triage      guided triage
//   #/?browse=unionpay       a list            #/<id>?customer    the sentence, full screen
//   #/?status                offline status    #/?mine            what is kept on this phone
//   #/?cases                 recorded cases    #/?case=<number>   one of them
//   #/?print=<line>          counter card      #/?drill           practice for a new cashier
//   #/?lines                 telling the three lines of terminals apart
//
// An address is text from outside: what does not parse is home, and nothing of it reaches the screen but as text.

import { type ArticleId, CHANNELS, LINES, type Line, parseArticleId } from '../bundle/article.ts';

export type BrowseList = (typeof CHANNELS)[number] | Line | 'codes' | 'guides';

export type Route =
  | { readonly kind: 'home'; readonly query: string }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'triage'; readonly id: ArticleId }
  | { readonly kind: 'customer'; readonly id: ArticleId }
  | { readonly kind: 'browse'; readonly list: BrowseList }
  | { readonly kind: 'print'; readonly list: Line | 'all' }
  | { readonly kind: 'case'; readonly number: string }
  | { readonly kind: Plain };

/** Screens that need no parameter: the word is the address. */
const PLAIN = ['status', 'mine', 'cases', 'drill', 'lines'] as const;
type Plain = (typeof PLAIN)[number];

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
  const plain = PLAIN.find((word) => parameters.has(word));
  if (plain !== undefined) return { kind: plain };
  const number = parameters.get('case');
  if (number !== null && /^[0-9A-Za-z-]{1,20}$/.test(number)) return { kind: 'case', number };
  if (parameters.has('print')) {
    return { kind: 'print', list: LINES.find((line) => line === parameters.get('print')) ?? 'all' };
  }
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
    case 'print':
      return `#/?print=${route.list}`;
    case 'case':
      return `#/?case=${route.number}`;
    default:
      return `#/?${route.kind}`;
  }
}

export function articleAddress(id: string): string {
  return `#/${id}`;
}
