// What tier 0 keeps of the documents of a segment: enough to draw a hit, and every name to search in (title, aliases,
// headings). Two columns of text, so that each compresses among its like; a column is decoded at its first use, in one
// native call, and stays one string: no object is made for a document until it is shown.
//
//   varint  documents
//   varint  titles that hold a character which folding would simplify, then for each, varint: documents since the one before
//   text    distinct sets of properties, one a line:  kind ⇥ channel ⇥ money ⇥ retry ⇥ line ␞ line …
//   text    one line a document:  set of properties (base 36) ⇥ id ⇥ codes ␞ … ⇥ frequency
//           codes are empty where the code is the last part of the id in capitals, - where there is none;
//           the frequency is left out where it is 0
//   text    one line a document:  title ⇥ alias ␞ alias … ⇥ heading ␞ heading …     (all but the title folded;
//           codes that are Han text stand before the aliases)

import { foldText, type Simplify } from '../analysis/fold-text.ts';
import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import type { DocumentSummary, DocumentTraits, IndexedDocument } from './indexed-document.ts';

/** Between entries of one field, and between fields; documents stand on lines of their own. */
export const ENTRY = '\u001e';
export const FIELD = '\t';

export function encodeDocuments(
  out: ByteWriter,
  documents: readonly IndexedDocument[],
  simplify: Simplify,
): void {
  const sets: string[] = [];
  const infos: string[] = [];
  const names: string[] = [];
  const simplified: number[] = [];
  for (const document of documents) {
    const { kind, channel, money, retry, lines } = document;
    const set = [kind, channel, money, retry, lines.join(ENTRY)].join(FIELD);
    if (!sets.includes(set)) sets.push(set);
    const info = [sets.indexOf(set).toString(36), document.id, codesField(document)];
    if (document.frequency > 0) info.push(String(document.frequency));
    infos.push(info.join(FIELD));
    const title = plain(document.title);
    if (foldText(title, simplify) !== foldText(title)) simplified.push(infos.length - 1);
    const fold = (text: string) => foldText(plain(text), simplify);
    const aliases = [...new Set([...screenTexts(document), ...document.aliases].map(fold))].join(ENTRY);
    names.push([title, aliases, document.headings.map(fold).join(ENTRY)].join(FIELD).trimEnd());
  }
  out.varint(documents.length);
  out.varint(simplified.length);
  simplified.forEach((document, i) => {
    out.varint(document - (simplified[i - 1] ?? 0));
  });
  for (const column of [sets, infos, names]) out.text(column.join('\n'));
}

/** Codes that are words: what the screen says by itself (通讯超时). They are searched like aliases as well. */
function screenTexts({ codes }: IndexedDocument): string[] {
  return codes.filter((code) => /[\u4e00-\u9fff]/.test(code));
}

function codesField(document: IndexedDocument): string {
  if (document.codes.length === 0) return '-';
  const codes = document.codes.map(plain).join(ENTRY);
  return codes === codeOfId(document.id) ? '' : codes;
}

type Properties = Pick<DocumentSummary, 'kind' | 'channel' | 'money' | 'retry' | 'lines'>;

function parseProperties(set: string): Properties {
  const [kind = '', channel = '', money = '', retry = '', lines = ''] = set.split(FIELD);
  return {
    kind: kind === 'code' || kind === 'product' ? kind : 'guide',
    channel,
    money,
    retry,
    lines: lines === '' ? [] : lines.split(ENTRY),
  };
}

function codeOfId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toUpperCase();
}

/** Separators of the format cannot stand in a name. */
function plain(text: string): string {
  return text.replaceAll(ENTRY, ' ').replace(/\s+/g, ' ').trim();
}

export class DocumentTable {
  readonly size: number;
  readonly #simplified: readonly number[];
  readonly #sets: Column;
  readonly #infos: Column;
  readonly #names: Column;
  #parsed: readonly Properties[] | undefined;

  /** Throws DamagedBytes. */
  constructor(input: ByteReader) {
    const start = input.offset;
    this.size = input.varint();
    let document = 0;
    this.#simplified = Array.from({ length: input.count() }, () => {
      document += input.varint();
      return document;
    });
    this.#sets = new Column(input);
    this.#infos = new Column(input);
    this.#names = new Column(input);
    if (this.size > 0 && this.#infos.bytes < 4 * this.size - 1) {
      throw new DamagedBytes(`${this.size} documents in ${this.#infos.bytes} bytes`, start);
    }
  }

  id(document: number): string {
    return this.#infos.line(document).split(FIELD)[1] ?? '';
  }

  /** What ranks a document beside its words: cheap, as it is asked of every candidate. */
  traits(document: number): DocumentTraits {
    const info = this.#infos.line(document);
    const codes = info.indexOf(FIELD, info.indexOf(FIELD) + 1) + 1;
    const frequency = codes > 0 ? info.indexOf(FIELD, codes) + 1 : 0;
    return {
      lines: this.#properties(info).lines,
      frequency: frequency > 0 ? Number(info.slice(frequency)) || 0 : 0,
    };
  }

  summary(document: number): DocumentSummary {
    const info = this.#infos.line(document);
    const [, id = '', codes = ''] = info.split(FIELD);
    const { kind, channel, money, retry } = this.#properties(info);
    const { lines, frequency } = this.traits(document);
    const names = this.#names.line(document);
    const end = names.indexOf(FIELD);
    return {
      id,
      kind,
      title: end < 0 ? names : names.slice(0, end),
      codes: codes === '-' ? [] : codes === '' ? [codeOfId(id)] : codes.split(ENTRY),
      channel,
      money,
      retry,
      lines,
      frequency,
    };
  }

  channel(document: number): string {
    return this.#properties(this.#infos.line(document)).channel;
  }

  #properties(info: string): Properties {
    this.#parsed ??= this.#sets.text.split('\n').map(parseProperties);
    return this.#parsed[Number.parseInt(info, 36) || 0] ?? parseProperties('');
  }

  /** All names, folded, one line a document: fields between tabs, entries between U+001E. */
  foldedNames(simplify: Simplify): string {
    const folded = foldText(this.#names.text);
    if (this.#simplified.length === 0) return folded;
    const lines = folded.split('\n');
    for (const document of this.#simplified) {
      const line = lines[document];
      if (line !== undefined) lines[document] = foldText(line, simplify);
    }
    return lines.join('\n');
  }
}

/** Lines of text. Bytes that are not UTF-8 become U+FFFD, a line that is not there is empty. */
class Column {
  readonly #bytes: Uint8Array;
  #text: string | undefined;
  #starts: Uint32Array | undefined;

  constructor(input: ByteReader) {
    this.#bytes = input.bytes(input.varint());
  }

  get bytes(): number {
    return this.#bytes.length;
  }

  get text(): string {
    this.#text ??= new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes);
    return this.#text;
  }

  line(index: number): string {
    this.#starts ??= startsOfLines(this.text);
    const start = this.#starts[index];
    return start === undefined
      ? ''
      : this.text.slice(start, (this.#starts[index + 1] ?? this.text.length + 1) - 1);
  }
}

function startsOfLines(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}
