// The processor of a slower machine, as the browser's developer tools imitate it: by pausing the main thread. Workers and the
// compositor are not slowed.

import type { Page } from 'playwright-core';

/** Resolves to what ends it. `rate` 1 is no slowing. */
export async function slowDown(page: Page, rate: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  };
}
