// Bytes of code that a page needs to search with us: the engine alone, bundled and minified as the build does it.

import { join } from 'node:path';
import { bundleScript } from '../../src/command/bundle-scripts.ts';
import { brotliSize } from '../../src/command/compress.ts';
import { PROJECT } from '../../src/command/project-paths.ts';

/** Brotli, as deployed. */
export async function queryCodeBytes(): Promise<number> {
  const entry = join(PROJECT, 'tests/bench/query-code-entry.ts');
  return brotliSize(new TextEncoder().encode(await bundleScript(entry, { minify: true })));
}
