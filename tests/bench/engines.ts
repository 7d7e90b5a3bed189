// Engines by name, ours first. Loaded one at a time: a process that measures one has no code of the others.

import { pathToFileURL } from 'node:url';
import type { BenchEngine } from './bench-engine.ts';

const LOADERS: Readonly<Record<string, () => Promise<{ readonly engine: BenchEngine }>>> = {
  ours: () => import('./engines/ours.ts'),
  scan: () => import('./engines/scan.ts'),
  flexsearch: () => import('./engines/flexsearch.ts'),
  minisearch: () => import('./engines/minisearch.ts'),
  orama: () => import('./engines/orama.ts'),
  lunr: () => import('./engines/lunr.ts'),
  ufuzzy: () => import('./engines/ufuzzy.ts'),
  fuse: () => import('./engines/fuse.ts'),
  pagefind: () => import('./engines/pagefind.ts'),
};

export const ENGINE_NAMES: readonly string[] = Object.keys(LOADERS);
export const OURS = 'ours';

/** Runs in Node alone; the others are measured as the bundler would put them into a page. */
export const UNBUNDLED = 'pagefind';

/** `code`: the bundled adapter, '' for its source. Throws on a name that is not in the list. */
export async function loadEngine(name: string, code = ''): Promise<BenchEngine> {
  if (code !== '') {
    const bundled: { readonly engine: BenchEngine } = await import(pathToFileURL(code).href);
    return bundled.engine;
  }
  const load = LOADERS[name];
  if (load === undefined) throw new Error(`no engine ${name}; there are ${ENGINE_NAMES.join(', ')}`);
  return (await load()).engine;
}
