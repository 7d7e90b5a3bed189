// Whether this browser, at this address, can keep an offline copy at all, and if not, why: in words for the screen.

/** Null where it can. */
export function unsupportedReason(): string | null {
  if (document.documentElement.dataset.worker === 'off') return '开发服务器不保存离线资料。';
  if (!window.isSecureContext) return '当前地址不是 https，浏览器不允许保存离线资料。';
  try {
    // Reading these can throw where storage is switched off.
    if ('serviceWorker' in navigator && navigator.serviceWorker !== undefined && window.caches !== undefined)
      return null;
  } catch {
    return '浏览器关闭了本地存储，不能保存离线资料。';
  }
  return '这个浏览器（或无痕模式）不支持保存离线资料。';
}

/** Null where the browser does not tell. */
export async function isPersisted(): Promise<boolean | null> {
  return (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
}

/** Asks the browser not to evict what this site stores; some ask the user. Null where it cannot be asked. */
export async function persist(): Promise<boolean | null> {
  return (await navigator.storage?.persist?.().catch(() => null)) ?? null;
}
