// A finished build with one thing changed, as a release would change it: new names, sizes and integrities wherever they
// stand. Takes milliseconds where a build takes seconds.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompressedFile, compressAll } from '../../src/command/compress.ts';
import { hashedFile, integrityOf, type OutputFile, textFile } from '../../src/command/output-file.ts';
import { type PrecacheEntry, precacheEntry } from '../../src/command/precache-list.ts';
import { precacheListOf } from '../../src/command/probe-site.ts';

/** `dist` with `css` added to its style; index.html and the worker name the new one. */
export async function withStyle(dist: string, out: string, css: string): Promise<string> {
  cpSync(dist, out, { recursive: true });
  const entries = listOf(out);
  const old = entries.find((entry) => entry.url.endsWith('.css'));
  if (old === undefined) throw new Error(`${dist} has no style`);
  const style = hashedFile('app', 'css', Buffer.from(readFileSync(join(out, old.url), 'utf8') + css));
  const html = readFileSync(join(out, 'index.html'), 'utf8')
    .replaceAll(old.url, style.path)
    .replaceAll(old.integrity, integrityOf(style.bytes));
  for (const ending of ['', '.br', '.gz']) rmSync(join(out, old.url + ending), { force: true });
  await replaceFiles(out, [
    [old.url, style],
    ['index.html', textFile('index.html', html)],
  ]);
  return out;
}

/** `dist` with another text of index.html, such as other headers leave it. */
export async function withShell(dist: string, out: string, edit: (html: string) => string): Promise<string> {
  cpSync(dist, out, { recursive: true });
  const html = edit(readFileSync(join(out, 'index.html'), 'utf8'));
  await replaceFiles(out, [['index.html', textFile('index.html', html)]]);
  return out;
}

/** `dist` with another worker over the same files. */
export async function withWorker(
  dist: string,
  out: string,
  edit: (worker: string) => string,
): Promise<string> {
  cpSync(dist, out, { recursive: true });
  const worker = edit(readFileSync(join(out, 'sw.js'), 'utf8'));
  for (const file of await compressAll([textFile('sw.js', worker)])) write(out, file);
  return out;
}

/** For `withWorker`: it gives a file four seconds. Replaces `20_000 + size / 2` of sw/precache-manifest.ts, as minified. */
export function hurried(worker: string): string {
  const limit = /2e4\s*\+\s*\w+\s*\/\s*2/;
  if (!limit.test(worker)) throw new Error('the time limit of sw.js is written in another way now');
  return worker.replace(limit, '4000');
}

export function listOf(dist: string): readonly PrecacheEntry[] {
  const list = precacheListOf(readFileSync(join(dist, 'sw.js'), 'utf8'));
  if (list === undefined) throw new Error(`${dist} is no build`);
  return list;
}

async function replaceFiles(
  out: string,
  changes: readonly (readonly [url: string, file: OutputFile])[],
): Promise<void> {
  const files = await compressAll(changes.map(([, file]) => file));
  for (const file of files) write(out, file);
  const list = listOf(out).map((entry) => {
    const at = changes.findIndex(([url]) => url === entry.url);
    const file = files[at];
    return file === undefined ? entry : precacheEntry(file);
  });
  const worker = readFileSync(join(out, 'sw.js'), 'utf8').replace(/\[\{"url":.*?\}\]/, JSON.stringify(list));
  for (const file of await compressAll([textFile('sw.js', worker)])) write(out, file);
}

function write(out: string, { path, bytes, brotli, gzip }: CompressedFile): void {
  writeFileSync(join(out, path), bytes);
  if (brotli !== null) writeFileSync(join(out, `${path}.br`), brotli);
  if (gzip !== null) writeFileSync(join(out, `${path}.gz`), gzip);
}
