// Where a link may lead: an allow-list. markdown-it's own check is a deny-list that lets `//evil.com`, `intent:`,
// `weixin:`, `sms:` and the like pass, so it is switched off and every target is judged here.

export interface LinkPolicy {
  /** Lower-case host names, exact: `open.unionpay.com` does not cover `unionpay.com`. */
  readonly hosts: readonly string[];
  /** Numbers as they may stand after `tel:`. */
  readonly phones: readonly string[];
}

export type LinkTarget =
  | { readonly kind: 'external'; readonly href: string; readonly host: string }
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'refused'; readonly expected: string };

/** `href` as the author wrote it, entities decoded, nothing encoded. */
export function parseTarget(href: string, policy: LinkPolicy): LinkTarget {
  if (href.startsWith('tel:')) {
    const number = href.slice('tel:'.length);
    if (policy.phones.includes(number)) return { kind: 'phone', number };
    return {
      kind: 'refused',
      expected: `a number from phones in policy.yaml (${policy.phones.join(', ') || 'none yet'})`,
    };
  }
  const hosts = `https:// and a host from policy.yaml (${policy.hosts.join(', ') || 'none yet'})`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!href.startsWith('https://') || /[\u0000-\u0020\\\u007f]/.test(href) || !URL.canParse(href)) {
    return { kind: 'refused', expected: hosts };
  }
  const url = new URL(href);
  const plain = url.username === '' && url.password === '' && url.port === '';
  if (!plain || !policy.hosts.includes(url.host)) return { kind: 'refused', expected: hosts };
  return { kind: 'external', href: url.href, host: url.host };
}

/** Whether the words of a link promise another target than it has: an address or a number that is not its own. */
export function misleads(text: string, target: LinkTarget): boolean {
  const shown = text.trim();
  if (target.kind === 'external') {
    const host = /^(?:[a-z]+:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:[/:?#]|$)/i.exec(shown)?.[1];
    return host !== undefined && host.toLowerCase() !== target.host;
  }
  if (target.kind === 'phone') {
    const digits = shown.replace(/[\s()+-]/g, '');
    return /^\d{4,}$/.test(digits) && digits !== target.number.replace(/\D/g, '');
  }
  return false;
}
