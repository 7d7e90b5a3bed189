// What the benchmark asks of an engine: serialise an index, open it from bytes in memory, answer. One adapter a library, in
// engines/; each says in its head how the library was set up for Chinese, because a peer measured at poor settings proves nothing.

import type { IndexInput } from '../../src/index/index-files.ts';

export interface BenchDocument {
  /** Ascending within a corpus. */
  readonly id: string;
  readonly title: string;
  /** Codes and aliases, separated by blanks; '' where the corpus has none. Peers search them together with the title. */
  readonly names: string;
  readonly body: string;
}

export interface Corpus {
  readonly name: string;
  readonly documents: readonly BenchDocument[];
  /** The same documents as our builder takes them. */
  readonly input: IndexInput;
}

/** One file as it would be fetched. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The number of a document in the corpus, or its id: whichever the engine has at hand, so that none pays for a conversion. */
export type DocumentKey = number | string;

/** The first ten, best first. A promise only where the library has no other way. */
export type Search = (query: string) => readonly DocumentKey[] | Promise<readonly DocumentKey[]>;

export interface BenchEngine {
  /** One line for the notes under the table: the library's version and settings. */
  readonly settings: string;
  build(corpus: Corpus): Promise<readonly IndexFile[]> | readonly IndexFile[];
  /** `bodyOf`: the text of a document by its id, which a page has at hand beside any index, to show it. */
  open(files: readonly IndexFile[], bodyOf: BodyOf): Promise<Search> | Search;
}

export type BodyOf = (id: string) => string | undefined;

export const LIMIT = 10;

export function textFile(name: string, text: string): IndexFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Throws where a file of that name is missing. */
export function readText(files: readonly IndexFile[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return new TextDecoder().decode(file.bytes);
}

/** What peers know of a document's name. */
export function nameOf({ title, names }: BenchDocument): string {
  return names === '' ? title : `${title} ${names}`;
}
