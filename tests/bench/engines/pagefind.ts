// Pagefind: index by its Node API with the extended binary (Chinese segmentation), search by its own pagefind.js with the
// browser's `fetch` answered from memory, so that the network costs nothing. Latency is of `search` alone: drawing a result
// takes one more file each, which is not counted. package.json puts the binaries of some platforms at 1.5.2: where a registry
// lacks their 1.6.0, the lock file would lack them, and `npm ci` would refuse it.

import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  type BenchDocument,
  type BenchEngine,
  type IndexFile,
  LIMIT,
  nameOf,
  readText,
  textFile,
} from '../bench-engine.ts';

const ORIGIN = 'http://pagefind.invalid/';
/** Of the bench: which document a fragment is. Its name begins so that it is not counted as part of the index. */
const KEYS_FILE = '#keys.json';

export const engine: BenchEngine = {
  settings:
    'Pagefind 1.6.0, extended binary, zh; its bytes hold the texts of the results as well (fragments)',
  async build({ documents }) {
    const { close, createIndex } = await import('pagefind');
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
    for (const [i, document] of documents.entries()) {
      await index.addHTMLFile({ url: `/${i}`, content: pageOf(document) });
    }
    const { files } = await index.getFiles();
    await close();
    return withKeys(files.map(({ path, content }) => ({ name: path, bytes: new Uint8Array(content) })));
  },
  async open(files) {
    const keys: Record<string, number> = JSON.parse(readText(files, KEYS_FILE));
    const pagefind = await browserModule(files);
    return async (query) => {
      const { results } = await pagefind.search(query);
      return results.slice(0, LIMIT).flatMap(({ id }) => keys[id] ?? []);
    };
  },
};

function pageOf(document: BenchDocument): string {
  const { body } = document;
  return `<!doctype html><html lang="zh"><body><h1>${escaped(nameOf(document))}</h1><p>${escaped(body)}</p></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** Only what a search loads: the user interfaces that come along are left out. */
function withKeys(files: readonly IndexFile[]): IndexFile[] {
  const keys: Record<string, number> = {};
  for (const { name, bytes } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(name)?.[1];
    if (id === undefined) continue;
    const url = /"url":"\/(\d+)/.exec(gunzipSync(bytes).toString('utf8'))?.[1];
    if (url !== undefined) keys[id] = Number(url);
  }
  const needed = files.filter(({ name }) => !/-ui\.|highlight|worker/.test(name));
  return [...needed, textFile(KEYS_FILE, JSON.stringify(keys))];
}

interface PagefindModule {
  options(options: { basePath: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: readonly { id: string }[] }>;
}

async function browserModule(files: readonly IndexFile[]): Promise<PagefindModule> {
  const contents = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const answer = (input: string | URL | Request): Promise<Response> => {
    const url = String(input instanceof Request ? input.url : input);
    const bytes = contents.get(new URL(url, ORIGIN).pathname.slice(1));
    return Promise.resolve(
      bytes === undefined ? new Response(null, { status: 404 }) : new Response(new Uint8Array(bytes)),
    );
  };
  const html = { getAttribute: (name: string) => (name === 'lang' ? 'zh' : null) };
  Object.assign(globalThis, {
    fetch: answer,
    document: { querySelector: () => html, currentScript: null },
    window: { location: new URL(ORIGIN) },
    location: new URL(ORIGIN),
  });
  const script = join(tmpdir(), `pagefind-${process.pid}.mjs`);
  writeFileSync(script, readText(files, 'pagefind.js'));
  const module: PagefindModule = await import(pathToFileURL(script).href);
  rmSync(script);
  await module.options({ basePath: ORIGIN, noWorker: true });
  await module.init();
  return module;
}
