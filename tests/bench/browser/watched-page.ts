// Installs page-watch.ts in a page: as bundled text, because a function handed over from here would miss what the compiler
// put beside it.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleScript } from '../../../src/command/bundle-scripts.ts';

let script: Promise<string> | undefined;

/** For every document that the page opens from now on. */
export async function watchPaints(page: Page): Promise<void> {
  script ??= bundleScript(join(import.meta.dirname, 'page-watch.ts'), { minify: false });
  await page.addInitScript({ content: await script });
}
