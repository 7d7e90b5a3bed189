// Bytes of code that a page needs to search with us: the engine alone, bundled and minified as the build does it.

import { join } from 'node:path';
import { bundleScript } from '../../src/command/bundle-scripts.ts';
import { brotliSize } from '../../src/command/compress.ts';
import { PROJECT } from '../../src/command/project-paths.ts';
import type { CodeFigures } from './results.ts';

/** Brotli, as deployed. */
export async function queryCode(): Promise<CodeFigures> {
  return { bytes: await sizeOf('query-code-entry.ts'), firstBytes: await sizeOf('first-code-entry.ts') };
}

async function sizeOf(entry: string): Promise<number> {
  const script = await bundleScript(join(PROJECT, 'tests/bench', entry), { minify: true });
  return brotliSize(new TextEncoder().encode(script));
}
