// Documents → index files, at build time. Deterministic: the same input gives the same bytes. Every file but ROOT depends on
// its own run of documents (and on the number of documents, through the size of segments, which changes in powers of four),
// so that editing, adding or removing one document changes one LOOK file, one BODY file and ROOT.

import { foldText, type Simplify } from '../analysis/fold-text.ts';
import { isHan, tokenize } from '../analysis/tokenizer.ts';
import { ByteWriter } from '../base/byte-writer.ts';
import { encodeBody } from './body-segment.ts';
import { cutSegments } from './cut-segments.ts';
import { markOf, sealIndexFile } from './file-kinds.ts';
import type { IndexFiles, IndexInput } from './index-files.ts';
import { encodeRoot } from './index-root.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { encodeLexicon } from './lexicon.ts';
import { encodeLookup, namesOf } from './lookup-segment.ts';
import { TermIndexBuilder } from './term-index.ts';

type IndexFile = Uint8Array<ArrayBuffer>;

/** Below this many documents an index is not cut: one edit then costs the whole, which is small. */
const CUT_FROM = 1024;

/** Throws RangeError where the documents are not in ascending order of their ids: a fault of the caller. */
export function buildIndex(input: IndexInput): IndexFiles {
  const { documents } = input;
  const ids = documents.map((document) => document.id);
  for (let i = 1; i < ids.length; i++) {
    if ((ids[i - 1] ?? '') >= (ids[i] ?? '')) throw new RangeError(`${ids[i]} is not above ${ids[i - 1]}`);
  }
  const simplify = simplifier(input.variants);
  const named = withTellingHeadings(documents);
  const units = new Set<number>();
  const lexicon = new ByteWriter();
  const lookup = runs(named, lookupRadius(documents.length)).map((run) => {
    const file = sealIndexFile('LOOK', (out) => encodeLookup(out, run, simplify), new ByteWriter());
    return { file, entry: { mark: markOf(file), documents: run.length } };
  });
  let bodyTerms = 0;
  const body = runs(named, bodyRadius(documents.length)).map((run) => {
    const { terms, lengths } = indexBodies(run, simplify, units);
    for (const length of lengths) bodyTerms += length;
    const first = run[0]?.id ?? '';
    const file = sealIndexFile('BODY', (out) => encodeBody(out, first, terms, lengths), new ByteWriter());
    return { file, entry: { mark: markOf(file), documents: run.length } };
  });
  for (const document of documents)
    collectUnits(units, [document.title, ...document.aliases].join(' '), simplify);
  const { synonyms, variants, readingsOf } = input;
  const text = documents.map((document) => [...namesOf(document), document.body].join('\n')).join('\n');
  const folded = foldText(text, simplify);
  const isHeld = (word: string) => folded.includes(foldText(word, simplify));
  const lexiconFile = sealIndexFile(
    'LEXI',
    (out) => encodeLexicon(out, { synonyms, isHeld, variants, readingsOf, units }),
    lexicon,
  );
  const root: IndexFile = sealIndexFile(
    'ROOT',
    (out) =>
      encodeRoot(out, {
        documents: documents.length,
        lexicon: markOf(lexiconFile),
        lookup: lookup.map(({ entry }) => entry),
        body: body.map(({ entry }) => entry),
        bodyTerms,
      }),
    new ByteWriter(),
  );
  return {
    lookup: [root, lexiconFile, ...lookup.map(({ file }) => file)],
    body: body.map(({ file }) => file),
  };
}

function simplifier(variants: ReadonlyMap<string, string>): Simplify {
  const units = new Map<number, number>();
  for (const [from, to] of variants) {
    if (from.length === 1 && to.length === 1) units.set(from.charCodeAt(0), to.charCodeAt(0));
  }
  return (unit) => units.get(unit) ?? unit;
}

/** About 290 documents a BODY file, 440 at most, up to 16,384 documents, then twice as many for four times the documents. */
function bodyRadius(documents: number): number {
  return documents < CUT_FROM ? Number.POSITIVE_INFINITY : 176 * growth(documents);
}

function lookupRadius(documents: number): number {
  return documents < CUT_FROM ? Number.POSITIVE_INFINITY : 224 * growth(documents);
}

function growth(documents: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(documents / 16384) / 2));
}

function runs(documents: readonly IndexedDocument[], radius: number): IndexedDocument[][] {
  const starts = cutSegments(
    documents.map((document) => document.id),
    radius,
  );
  return starts.map((start, i) => documents.slice(start, starts[i + 1]));
}

/** Headings without those that stand in many documents (现在怎么做): they name no document. */
function withTellingHeadings(documents: readonly IndexedDocument[]): IndexedDocument[] {
  const counts = new Map<string, number>();
  for (const { headings } of documents) {
    for (const heading of new Set(headings)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  const most = Math.max(3, documents.length / 50);
  return documents.map((document) => ({
    ...document,
    headings: [...new Set(document.headings)].filter((heading) => (counts.get(heading) ?? 0) <= most),
  }));
}

/** What stands in the names is not repeated here: tier 0 is always loaded, and a name counts for more. */
function indexBodies(run: readonly IndexedDocument[], simplify: Simplify, units: Set<number>) {
  const terms = new TermIndexBuilder();
  const lengths = run.map((document, number) => {
    const folded = foldText(document.body, simplify);
    const found = new Set(tokenize(folded).flatMap((token) => (token.tail ? [] : [token.term])));
    const length = found.size;
    for (const name of namesOf(document)) {
      for (const { term } of tokenize(foldText(name, simplify))) found.delete(term);
    }
    for (const term of found) terms.add(term, number);
    collectUnits(units, folded, simplify);
    return length;
  });
  return { terms, lengths };
}

function collectUnits(units: Set<number>, text: string, simplify: Simplify): void {
  for (const character of foldText(text, simplify)) {
    const unit = character.charCodeAt(0);
    if (isHan(unit)) units.add(unit);
  }
}
