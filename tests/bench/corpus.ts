// What is searched: the shipped content, or a file of title and body, one JSON object a line, cut to a size. Sizes are nested:
// 1,000 documents are the first of the same shuffle that 10,000 come from.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CONTENT } from '../../src/command/project-paths.ts';
import { type CompiledContent, compileContent } from '../../src/compile/compile-content.ts';
import { toIndexInput } from '../../src/compile/index-input.ts';
import { readingsOf, readPinyin, variantsOf } from '../../src/compile/linguistics.ts';
import type { IndexInput } from '../../src/index/index-files.ts';
import type { IndexedDocument } from '../../src/index/indexed-document.ts';
import type { BenchDocument, Corpus } from './bench-engine.ts';
import { seededRandom, shuffled } from './random.ts';

/** `file` '' means the shipped content, whole. */
export interface CorpusSource {
  readonly name: string;
  readonly file: string;
  readonly size: number;
}

/** Any day will do: what has expired is the business of the content check. */
const TODAY = '2026-11-22';
const SEED = 20261122;

export async function loadCorpus({ name, file, size }: CorpusSource): Promise<Corpus> {
  if (file === '') return shippedCorpus(name);
  const sections = shuffled(seededRandom(SEED), readSections(file)).slice(0, size);
  if (sections.length < size) throw new Error(`${file} holds ${sections.length} documents, not ${size}`);
  const documents = sections.map(({ title, body }, i) => ({
    id: `sections/${String(i).padStart(6, '0')}`,
    title,
    names: '',
    body,
  }));
  return { name, documents, input: inputOf(documents) };
}

/** How many documents a file holds. */
export function countSections(file: string): number {
  return readSections(file).length;
}

/** Throws where the shipped content does not compile. */
export async function compileShipped(): Promise<CompiledContent> {
  const compiled = await compileContent(CONTENT, { today: TODAY, lint: false });
  if (compiled.ok) return compiled.value;
  const { file, line, message } = compiled.problem[0] ?? {};
  throw new Error(`content/ does not compile: ${file}:${line} ${message}`);
}

async function shippedCorpus(name: string): Promise<Corpus> {
  const input = toIndexInput(await compileShipped());
  const documents = input.documents.map(({ id, title, codes, aliases, headings, body }) => ({
    id,
    title,
    names: [...codes, ...aliases].join(' '),
    body: [...headings, body].join('\n'),
  }));
  return { name, documents, input };
}

function inputOf(documents: readonly BenchDocument[]): IndexInput {
  return {
    documents: documents.map(indexedDocument),
    synonyms: [],
    readPinyin,
    readingsOf,
    variants: variantsOf(documents.flatMap(({ title, body }) => [title, body])),
  };
}

export function indexedDocument({ id, title, body }: BenchDocument): IndexedDocument {
  return {
    id,
    kind: 'guide',
    title,
    codes: [],
    aliases: [],
    channel: '',
    money: '',
    retry: '',
    lines: [],
    headings: [],
    body,
    frequency: 0,
  };
}

interface Section {
  readonly title: string;
  readonly body: string;
}

/** Throws on a line that is not a section, naming its number. */
function readSections(file: string): Section[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const value: unknown = JSON.parse(line);
    if (!isSection(value)) throw new Error(`${file}:${i + 1}: expected {"title": …, "body": …}`);
    return [{ title: value.title, body: value.body }];
  });
}

function isSection(value: unknown): value is Section {
  if (typeof value !== 'object' || value === null) return false;
  const { title, body } = Object(value);
  return typeof title === 'string' && title !== '' && typeof body === 'string';
}
