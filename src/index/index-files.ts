// What the builder of the index returns and what the engine opens: sealed files, and nothing beside them.

import type { IndexedDocument } from './indexed-document.ts';

/** One way to say a thing: the first is what the content says, the others are what people type for it. */
export type SynonymGroup = readonly string[];

export interface IndexInput {
  /** Ascending by id. */
  readonly documents: readonly IndexedDocument[];
  readonly synonyms: readonly SynonymGroup[];
  /** Readings of each Han character of `text` in context, without tones (`['shou', 'kuan']`); one entry a character. */
  readonly readPinyin: (text: string) => readonly string[];
  /** All readings of one character, without tones, the commonest first. */
  readonly readingsOf: (character: string) => readonly string[];
  /** Traditional or variant character → the simplified one, for the characters that occur in the documents. */
  readonly variants: ReadonlyMap<string, string>;
}

export interface IndexFiles {
  /** Tier 0, one or more sealed files: codes, titles, aliases, pinyin. */
  readonly lookup: readonly Uint8Array<ArrayBuffer>[];
  /** The body tier in segments by article, in document order. */
  readonly body: readonly Uint8Array<ArrayBuffer>[];
}
