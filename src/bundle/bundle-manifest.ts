// The list of the bundle's files. One manifest is one version: the page reads only the files that it names, and refuses a
// manifest of another format or analyzer.
//
// It is a JSON file, `assets/bundle-<id>.json`; index.html carries the id in `<html data-bundle>`, so the page needs no
// other pointer. Files are named by their content, so a file that did not change is not fetched again.

import type { Brand } from '../base/brand.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type ArticleId, parseArticleId } from './article.ts';

/** Bump when a reader of the former format could misread the bundle. */
export const BUNDLE_FORMAT = 1;

/** The first 16 hex digits of the SHA-256 of the manifest without its id. */
export type BundleId = Brand<string, 'BundleId'>;

export function parseBundleId(text: string): BundleId | undefined {
  return /^[0-9a-f]{16}$/.test(text) ? (text as BundleId) : undefined;
}

export interface BundleFile {
  /** Relative to the root of `dist/`, such as `assets/lookup-0-1a2b3c4d5e6f7890.bin`. */
  readonly url: string;
  /** Size as stored, before any transfer encoding. */
  readonly bytes: number;
}

export interface ArticleFile extends BundleFile {
  /** The smallest id in the file. Files are in ascending order of it, so a binary search finds the file of an id. */
  readonly first: ArticleId;
}

export interface BundleManifest {
  readonly id: BundleId;
  readonly format: typeof BUNDLE_FORMAT;
  /** Names the chain text → terms that built the index; queries must use the same. */
  readonly analyzer: string;
  /** The newest review date of its articles, `YYYY-MM-DD`; empty where no article has one. */
  readonly reviewed: string;
  readonly articles: number;
  /** Tier 0 of the index: codes, titles, aliases and pinyin. Answers alone. */
  readonly lookup: readonly BundleFile[];
  /** The body tier, in segments by article. */
  readonly body: readonly BundleFile[];
  readonly articleFiles: readonly ArticleFile[];
}

export interface ManifestProblem {
  readonly kind: 'damaged' | 'format-unknown';
  readonly message: string;
}

/** `text` is the content of a manifest file. Refuses what it does not know, by name. */
export function parseBundleManifest(text: string): Result<BundleManifest, ManifestProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ kind: 'damaged', message: 'the bundle manifest is not JSON' });
  }
  if (!isRecord(value)) return fail({ kind: 'damaged', message: 'the bundle manifest is not an object' });
  if (value.format !== BUNDLE_FORMAT) {
    const message = `expected bundle format ${BUNDLE_FORMAT}, found ${JSON.stringify(value.format)}`;
    return fail({ kind: 'format-unknown', message });
  }
  const id = typeof value.id === 'string' ? parseBundleId(value.id) : undefined;
  const lookup = parseFiles(value.lookup);
  const body = parseFiles(value.body);
  const articleFiles = parseFiles(value.articleFiles)?.flatMap((file, i) => {
    const first = parseArticleId(String((value.articleFiles as { first?: unknown }[])[i]?.first));
    return first === undefined ? [] : [{ ...file, first }];
  });
  if (
    id === undefined ||
    typeof value.analyzer !== 'string' ||
    typeof value.reviewed !== 'string' ||
    typeof value.articles !== 'number' ||
    lookup === undefined ||
    body === undefined ||
    articleFiles === undefined ||
    articleFiles.length !== (value.articleFiles as unknown[]).length
  ) {
    return fail({ kind: 'damaged', message: 'the bundle manifest lacks a field or has one of another type' });
  }
  const { analyzer, reviewed, articles } = value;
  return ok({ id, format: BUNDLE_FORMAT, analyzer, reviewed, articles, lookup, body, articleFiles });
}

function parseFiles(value: unknown): BundleFile[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const files: BundleFile[] = [];
  for (const entry of value) {
    if (!isRecord(entry) || typeof entry.url !== 'string' || typeof entry.bytes !== 'number')
      return undefined;
    if (!/^assets\/[A-Za-z0-9._-]+$/.test(entry.url)) return undefined;
    files.push({ url: entry.url, bytes: entry.bytes });
  }
  return files;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The index into `files` of the file that holds `id` if any does; -1 where `id` sorts before all of them. */
export function fileOfArticle(files: readonly ArticleFile[], id: ArticleId): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const file = files[middle];
    if (file !== undefined && file.first <= id) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
