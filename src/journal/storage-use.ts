// How much this site keeps on the phone, content included, where the browser says.

export interface StorageUse {
  /** Bytes, rounded by the browser. */
  readonly used: number;
  /** Bytes it may use at most. */
  readonly quota: number;
}

export async function storageUse(): Promise<StorageUse | undefined> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? undefined : { used: usage, quota };
  } catch {
    // No such interface (an insecure page, Safari before 17), or refused.
    return undefined;
  }
}
