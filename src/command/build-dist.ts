// content/ and src/ → dist/. The steps in their order; each lives in its own file. All or nothing: every file is made in
// memory and checked before the first is written.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import { RESET_FILE, RESET_SCRIPT, SHELL_FILE, WORKER_FILE } from '../bundle/site.ts';
import type { ContentProblem } from '../compile/content-problem.ts';
import { headersFile } from '../serve/headers-file.ts';
import { type BundleOutput, bundleFiles } from './bundle-files.ts';
import { bundlePage, bundleScript, type ScriptOptions } from './bundle-scripts.ts';
import { compileBundle } from './compile-bundle.ts';
import { type CompressedFile, compressAll } from './compress.ts';
import { hashedFile, integrityOf, type OutputFile, textFile } from './output-file.ts';
import { type PrecacheEntry, precacheEntry, precacheProblems } from './precache-list.ts';
import { NOT_FOUND_PAGE, resetPage } from './reset-page.ts';
import { type Linked, shellHtml, shellSources } from './shell-html.ts';
import { writeDist } from './write-dist.ts';

const PROJECT = join(import.meta.dirname, '../..');

export interface BuildOptions {
  /** Folder of Markdown. */
  readonly content: string;
  /** The deployed folder: replaced as a whole, or not at all. */
  readonly out: string;
  /** `YYYY-MM-DD`: articles past their date are problems. */
  readonly today: string;
  /** Folder of index.html, web manifest and icons; the page's source is what its index.html refers to. */
  readonly shell?: string;
  /** Off for a quick build while developing: neither minified nor precompressed. */
  readonly optimise?: boolean;
}

export interface BuildReport {
  readonly bundleId: string;
  readonly articles: number;
  readonly files: readonly CompressedFile[];
  readonly precache: readonly PrecacheEntry[];
}

/** Content problems are returned; what is wrong with the project itself is thrown. In both cases `out` is untouched. */
export async function buildDist(
  options: BuildOptions,
): Promise<Result<BuildReport, readonly ContentProblem[]>> {
  const { content, out, today, shell = join(PROJECT, 'src/render/shell'), optimise = true } = options;
  const compiled = await compileBundle(content, today);
  if (!compiled.ok) return compiled;
  const bundle = bundleFiles(compiled.value);
  const scripts: ScriptOptions = { minify: optimise };
  const page = await pageFiles(resolve(shell), bundle, scripts);
  const statics = await staticFiles(resolve(shell));
  const compress = optimise ? compressAll : uncompressed;
  const precached = await compress([
    ...page,
    bundle.manifestFile,
    ...bundle.lookup,
    ...bundle.articleFiles,
    ...bundle.body,
    ...statics.filter((file) => !file.path.startsWith('screenshots/')),
  ]);
  const precache = precached.map(precacheEntry);
  const others = [
    ...statics.filter((file) => file.path.startsWith('screenshots/')),
    ...(await workerFiles(precache, scripts)),
  ];
  const files = uniqueFiles([...precached, ...(await compress(others))]);
  // Unminified scripts are large, and stay on this machine.
  const problems = optimise
    ? precacheProblems(precache, files)
    : precacheProblems(precache, files, Number.POSITIVE_INFINITY);
  if (problems.length > 0) throw new Error(`the precache list is wrong:\n${problems.join('\n')}`);
  await writeDist(out, files);
  return ok({
    bundleId: bundle.manifest.id,
    articles: bundle.manifest.articles,
    files,
    precache,
  });
}

/** index.html, scripts, style and what the style refers to: what the first search needs, in that order. */
async function pageFiles(shell: string, bundle: BundleOutput, options: ScriptOptions): Promise<OutputFile[]> {
  const source = await readFile(join(shell, SHELL_FILE), 'utf8');
  const sources = shellSources(source).map((path) => resolve(shell, path));
  const missing = sources.filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new Error(`${SHELL_FILE} refers to files that do not exist: ${missing.join(', ')}`);
  const { scripts, style, assets } = await bundlePage(sources, options);
  const styleFile = hashedFile('app', 'css', encode(style));
  const html = shellHtml(source, {
    bundleId: bundle.manifest.id,
    scripts: scripts.map(linked),
    style: linked(styleFile),
    preload: [bundle.manifestFile, ...bundle.lookup].map((file) => file.path),
  });
  return [textFile(SHELL_FILE, html), ...scripts, styleFile, ...assets];
}

/** Fonts, web manifest, icons and screenshots, copied as they are, in this order. */
async function staticFiles(shell: string): Promise<OutputFile[]> {
  const names = await readdir(shell, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(shell.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => /\.(?:webmanifest|woff2|png|svg|ico|webp|txt)$/.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(join(shell, path)) })));
}

function rank(path: string): number {
  return ['woff2', 'webmanifest'].findIndex((extension) => path.endsWith(extension)) + 1 || 3;
}

/** The workers and the pages around them: deployed, never precached. */
async function workerFiles(
  precache: readonly PrecacheEntry[],
  options: ScriptOptions,
): Promise<OutputFile[]> {
  const worker = allOrNothing(await bundleScript(join(PROJECT, 'sw/sw.ts'), options));
  const retire = allOrNothing(await bundleScript(join(PROJECT, 'sw/retire.ts'), options));
  const reset = textFile(
    RESET_SCRIPT,
    await bundleScript(join(PROJECT, 'src/load/offline-reset.ts'), options),
  );
  return [
    textFile(WORKER_FILE, withManifest(worker, precache)),
    textFile('sw-retire.js', retire),
    textFile(RESET_FILE, resetPage(linked(reset))),
    reset,
    textFile('404.html', NOT_FOUND_PAGE),
    textFile('_headers', headersFile()),
  ];
}

/**
 * A browser compares a worker with nothing: whatever parses takes the place of the one that works. In a block no part of the
 * script parses, so one that a host or a line has cut short is refused. Without it the function that the bundler writes is
 * a whole script before its call, and does nothing.
 */
function allOrNothing(script: string): string {
  return `{${script.trimEnd()}\n}`;
}

/** As JSON, so that the list can be read out of the deployed worker again. */
function withManifest(worker: string, precache: readonly PrecacheEntry[]): string {
  const parts = worker.split('self.__WB_MANIFEST');
  if (parts.length !== 2)
    throw new Error(`the worker must name its manifest once, found ${parts.length - 1} times`);
  return parts.join(JSON.stringify(precache));
}

function uniqueFiles(files: readonly CompressedFile[]): CompressedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

async function uncompressed(files: readonly OutputFile[]): Promise<CompressedFile[]> {
  return files.map((file) => ({ ...file, brotli: null, gzip: null }));
}

function linked({ path, bytes }: OutputFile): Linked {
  return { path, integrity: integrityOf(bytes) };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
