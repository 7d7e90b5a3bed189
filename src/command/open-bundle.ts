// A built bundle, opened from disk by the very code of the page.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachParts } from '../load/attach-parts.ts';
import { type Library, openLibrary } from '../load/library.ts';

export interface OpenedBundle {
  readonly library: Library;
  /** From the bytes in memory to a library that answers, in microseconds: one run, unwarmed. */
  readonly openMicros: number;
}

/** `folder` is what the build wrote. Rejects with a sentence that says what is wrong with which file. */
export async function openBundle(folder: string): Promise<OpenedBundle> {
  const files = new Map<string, Uint8Array>();
  const fetchFile = async (url: string): Promise<Uint8Array> => {
    const bytes = files.get(url) ?? new Uint8Array(await readFile(join(folder, url)));
    files.set(url, bytes);
    return bytes;
  };
  const id = await bundleIdOf(folder);
  await open(id, fetchFile);
  const start = process.hrtime.bigint();
  const library = await open(id, fetchFile);
  const openMicros = Number((process.hrtime.bigint() - start) / 1000n);
  attachParts(library);
  const [problem] = await library.openRest();
  if (problem !== undefined) throw new Error(`${problem.file}: ${problem.message}`);
  return { library, openMicros };
}

async function open(id: string, fetchFile: (url: string) => Promise<Uint8Array>): Promise<Library> {
  const opened = await openLibrary(id, fetchFile);
  if (!opened.ok) throw new Error(`${opened.problem.file}: ${opened.problem.message}`);
  return opened.value;
}

/** index.html names the bundle that it was built with. */
async function bundleIdOf(folder: string): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error(
      `${folder} holds no built bundle: run "npm run build" first, or name its folder with --bundle`,
    );
  });
  const id = /<html\b[^>]*\bdata-bundle="([0-9a-f]{16})"/.exec(html)?.[1];
  if (id === undefined)
    throw new Error(`${join(folder, 'index.html')}: expected <html data-bundle="…">, found none`);
  return id;
}
