// The opened bundle: search and articles. The page reaches both only through here.
//
// Tier 0 of the index answers as soon as it is there; body segments and article files follow by themselves and `revision`
// says when an answer may have become better. Every file is read once and checked before a field of it is believed: what
// is damaged is reported and left out, never half used.

import { fail, ok, type Result } from '../base/result.ts';
import type { SealProblem } from '../base/sealed-bytes.ts';
import { createStore, type Readable } from '../base/store.ts';
import type { Article, ArticleId } from '../bundle/article.ts';
import type { ArticleFileReader } from '../bundle/article-codec.ts';
import { type BundleManifest, fileOfArticle, parseBundleManifest } from '../bundle/bundle-manifest.ts';
import type { EngineProblem } from '../index/file-kinds.ts';
import type { DocumentSummary } from '../index/indexed-document.ts';
import { openEngine, type SearchEngine } from '../query/search-engine.ts';
import type { SearchOptions, SearchResult } from '../query/search-result.ts';
import type { Tolerance } from '../query/tolerance.ts';

export type { DocumentSummary } from '../index/indexed-document.ts';
export type { Hit, Range, SearchResult } from '../query/search-result.ts';

export interface LoadProblem {
  /** `unreachable`: neither cache nor network has it. The others: it is there and must not be read. */
  readonly kind: 'unreachable' | EngineProblem['kind'] | SealProblem['kind'];
  /** The file, relative to the root of the site. */
  readonly file: string;
  readonly message: string;
}

/** Fetches one file of the bundle by its relative address; rejects when it cannot be had. */
export type FetchFile = (url: string) => Promise<Uint8Array>;

/** What the first answer can do without, for whoever loads it afterwards (attach-parts.ts). */
export interface LaterParts {
  readonly addBody: (engine: SearchEngine, file: Uint8Array) => Result<true, EngineProblem>;
  readonly tolerance: Tolerance;
  readonly openArticleFile: (bytes: Uint8Array) => Result<ArticleFileReader, SealProblem>;
}

export interface Library {
  readonly manifest: BundleManifest;
  /** For what only some screens ask, such as marks in a text or why a hit stands where it does. */
  readonly engine: SearchEngine;
  /** Grows when more of the bundle has been opened. */
  readonly revision: Readable<number>;
  search(text: string, options: SearchOptions): SearchResult;
  /** From now on slips, homophones and pinyin are forgiven, and bodies and articles can be read. */
  attach(parts: LaterParts): void;
  summary(id: string): DocumentSummary | undefined;
  documents(): Iterable<DocumentSummary>;
  /** At once if its file is open. */
  openedArticle(id: ArticleId): Article | undefined;
  /** Waits for `attach`. */
  article(id: ArticleId): Promise<Result<Article | undefined, LoadProblem>>;
  /** Opens every file that is left: bodies of the index, then articles. Waits for `attach`. Resolves with the problems met. */
  openRest(): Promise<readonly LoadProblem[]>;
}

/** Opens the bundle `id` far enough to answer: the manifest and tier 0 of the index. */
export async function openLibrary(id: string, fetchFile: FetchFile): Promise<Result<Library, LoadProblem>> {
  const manifestFile = `assets/bundle-${id}.json`;
  const manifestBytes = await read(fetchFile, manifestFile);
  if (!manifestBytes.ok) return manifestBytes;
  const manifest = parseBundleManifest(new TextDecoder().decode(manifestBytes.value));
  if (!manifest.ok) return fail({ ...manifest.problem, file: manifestFile });
  const lookup: Uint8Array[] = [];
  for (const bytes of await Promise.all(manifest.value.lookup.map((file) => read(fetchFile, file.url)))) {
    if (!bytes.ok) return bytes;
    lookup.push(bytes.value);
  }
  const engine = openEngine(lookup);
  if (!engine.ok) {
    // A manifest without such files is what is wrong.
    const files = manifest.value.lookup.map((file) => file.url).join(' ');
    return fail({ ...engine.problem, file: files || manifestFile });
  }
  return ok(new OpenedLibrary(manifest.value, engine.value, fetchFile));
}

async function read(fetchFile: FetchFile, file: string): Promise<Result<Uint8Array, LoadProblem>> {
  try {
    return ok(await fetchFile(file));
  } catch (cause) {
    return fail({
      kind: 'unreachable',
      file,
      message: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

class OpenedLibrary implements Library {
  readonly manifest: BundleManifest;
  readonly revision = createStore(0);
  readonly engine: SearchEngine;
  readonly #fetchFile: FetchFile;
  readonly #articleFiles = new Map<number, ArticleFileReader>();
  /** Decoded once: views ask at every drawing, and hold what they derive by the identity of the article. */
  readonly #articles = new Map<ArticleId, Article>();
  #attach: (parts: LaterParts) => void = () => undefined;
  readonly #attached = new Promise<LaterParts>((resolve) => {
    this.#attach = resolve;
  });

  constructor(manifest: BundleManifest, engine: SearchEngine, fetchFile: FetchFile) {
    this.manifest = manifest;
    this.engine = engine;
    this.#fetchFile = fetchFile;
  }

  search(text: string, options: SearchOptions): SearchResult {
    return this.engine.search(text, options);
  }

  attach(parts: LaterParts): void {
    this.engine.tolerance = parts.tolerance;
    this.#attach(parts);
    this.revision.set(this.revision.get() + 1);
  }

  summary(id: string): DocumentSummary | undefined {
    return this.engine.summary(id);
  }

  documents(): Iterable<DocumentSummary> {
    return this.engine.documents();
  }

  openedArticle(id: ArticleId): Article | undefined {
    const decoded = this.#articles.get(id);
    if (decoded !== undefined) return decoded;
    const found = this.#articleFiles.get(fileOfArticle(this.manifest.articleFiles, id))?.find(id);
    if (!found?.ok || found.value === undefined) return undefined;
    this.#articles.set(id, found.value);
    return found.value;
  }

  async article(id: ArticleId): Promise<Result<Article | undefined, LoadProblem>> {
    const index = fileOfArticle(this.manifest.articleFiles, id);
    const file = this.manifest.articleFiles[index];
    if (file === undefined) return ok(undefined);
    const reader = await this.#openArticleFile(index, file.url);
    if (!reader.ok) return reader;
    const found = reader.value.find(id);
    return found.ok ? found : fail({ ...found.problem, file: file.url });
  }

  async openRest(): Promise<readonly LoadProblem[]> {
    const problems: LoadProblem[] = [];
    for (const file of this.manifest.body) {
      const bytes = await read(this.#fetchFile, file.url);
      const { addBody } = await this.#attached;
      const added = bytes.ok ? addBody(this.engine, bytes.value) : bytes;
      if (!added.ok) problems.push({ ...added.problem, file: file.url });
    }
    this.revision.set(this.revision.get() + 1);
    for (const [index, file] of this.manifest.articleFiles.entries()) {
      const reader = await this.#openArticleFile(index, file.url);
      if (!reader.ok) problems.push(reader.problem);
    }
    this.revision.set(this.revision.get() + 1);
    return problems;
  }

  async #openArticleFile(index: number, url: string): Promise<Result<ArticleFileReader, LoadProblem>> {
    const opened = this.#articleFiles.get(index);
    if (opened !== undefined) return ok(opened);
    const bytes = await read(this.#fetchFile, url);
    if (!bytes.ok) return bytes;
    const { openArticleFile } = await this.#attached;
    const reader = openArticleFile(bytes.value);
    if (!reader.ok) return fail({ ...reader.problem, file: url });
    this.#articleFiles.set(index, reader.value);
    return ok(reader.value);
  }
}
