// The bundle as hashed files and the manifest that names them. One manifest is one version: its id is the hash of all
// that it says, so equal content gives an equal id.

import type { ArticleId } from '../bundle/article.ts';
import { BUNDLE_FORMAT, type BundleManifest, parseBundleManifest } from '../bundle/bundle-manifest.ts';
import { contentHash, hashedFile, type OutputFile, textFile } from './output-file.ts';

/** What the compiler and the index builder made of the content. */
export interface BundleParts {
  readonly analyzer: string;
  /** The newest review date, `YYYY-MM-DD`; empty where there is none. */
  readonly reviewed: string;
  readonly articles: number;
  readonly lookup: readonly Uint8Array[];
  readonly body: readonly Uint8Array[];
  readonly articleFiles: readonly ArticleFilePart[];
}

export interface ArticleFilePart {
  /** The smallest id in the file. */
  readonly first: ArticleId;
  readonly bytes: Uint8Array;
  /** How often its articles are asked for, in all; only the order of the download depends on it. */
  readonly frequency: number;
}

export interface BundleOutput {
  readonly manifest: BundleManifest;
  readonly manifestFile: OutputFile;
  readonly lookup: readonly OutputFile[];
  readonly body: readonly OutputFile[];
  /** Most frequent first. */
  readonly articleFiles: readonly OutputFile[];
}

export function bundleFiles(parts: BundleParts): BundleOutput {
  const lookup = parts.lookup.map((bytes) => hashedFile('lookup', 'bin', bytes));
  const body = parts.body.map((bytes) => hashedFile('body', 'bin', bytes));
  const articles = parts.articleFiles.map((part) => ({
    ...part,
    file: hashedFile('articles', 'bin', part.bytes),
  }));
  const manifestBody = {
    format: BUNDLE_FORMAT,
    analyzer: parts.analyzer,
    reviewed: parts.reviewed,
    articles: parts.articles,
    lookup: lookup.map(listed),
    body: body.map(listed),
    articleFiles: articles.map(({ file, first }) => ({ ...listed(file), first })),
  };
  const id = contentHash(JSON.stringify(manifestBody));
  const text = JSON.stringify({ id, ...manifestBody });
  const manifest = parseBundleManifest(text);
  if (!manifest.ok) throw new Error(`the reader refuses the new manifest: ${manifest.problem.message}`);
  return {
    manifest: manifest.value,
    manifestFile: textFile(`assets/bundle-${id}.json`, text),
    lookup,
    body,
    articleFiles: articles.sort((a, b) => b.frequency - a.frequency).map(({ file }) => file),
  };
}

function listed({ path, bytes }: OutputFile): { url: string; bytes: number } {
  return { url: path, bytes: bytes.length };
}
