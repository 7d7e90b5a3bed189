// Engines by name, ours first. Loaded one at a time: a process that measures one has no code of the others.

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

/** Throws on a name that is not in the list. */
export async function loadEngine(name: string): Promise<BenchEngine> {
  const load = LOADERS[name];
  if (load === undefined) throw new Error(`no engine ${name}; there are ${ENGINE_NAMES.join(', ')}`);
  return (await load()).engine;
}
