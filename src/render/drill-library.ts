// The handbook for a practice, opened anew from what the worker has stored on this phone, and from nothing else: it reads
// the cache itself and never asks a network. That it opens, finds and answers is the proof that it will without one.

import { precacheName } from '../bundle/site.ts';
import { attachParts } from '../load/attach-parts.ts';
import { type Library, openLibrary } from '../load/library.ts';

/** `base` is the address of the page, `bundle` the id of its bundle. Undefined where the copy is not whole. */
export async function openStoredLibrary(base: string, bundle: string): Promise<Library | undefined> {
  const scope = new URL('./', base).href;
  try {
    if (!(await caches.has(precacheName(scope)))) return undefined;
    const cache = await caches.open(precacheName(scope));
    const opened = await openLibrary(bundle, async (file) => {
      const stored = await cache.match(new URL(file, scope).href, { ignoreSearch: true, ignoreVary: true });
      if (stored === undefined) throw new Error(`${file} is not stored`);
      return new Uint8Array(await stored.arrayBuffer());
    });
    if (!opened.ok) return undefined;
    attachParts(opened.value);
    const problems = await opened.value.openRest();
    return problems.length === 0 ? opened.value : undefined;
  } catch {
    // No cache storage here, or it refuses.
    return undefined;
  }
}
