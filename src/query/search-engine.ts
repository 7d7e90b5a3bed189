// The engine of the page and of the `search` command: index files in, hits out. It owns the opened files and puts the three
// stages together (codes, text, nothing found); each stage is a file of its own. Synchronous, and answering with whatever
// is loaded: tier 0 alone at first, each body file as it comes.

import { codeKey } from '../analysis/code-forms.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { FIELD } from '../index/document-table.ts';
import { type EngineProblem, markOf, openIndexFile } from '../index/file-kinds.ts';
import { decodeRoot, type IndexRoot } from '../index/index-root.ts';
import type { DocumentSummary, DocumentTraits } from '../index/indexed-document.ts';
import { Lexicon } from '../index/lexicon.ts';
import { CODE_MARK, LookupSegment } from '../index/lookup-segment.ts';
import { NameIndex } from '../index/name-index.ts';
import { encodeWord } from '../index/word-terms.ts';
import {
  type CodeAnswer,
  type CodeTable,
  type DoubtfulCode,
  lookUpCode,
  unknownCode,
} from './code-lookup.ts';
import { isDisputed } from './disputed-verdict.ts';
import { markMatches } from './mark-matches.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { importantTerms } from './rank.ts';
import type { Hit, MatchKind, SearchOptions, SearchResult } from './search-result.ts';
import { type BodyTier, Scoreboard, type Tier } from './term-search.ts';
import { type FoundText, searchText, type TextIndex } from './text-search.ts';
import { intolerant, type LackingPhrase, lackingNone, type Tolerance } from './tolerance.ts';

/** What to do about a code that no document owns. */
const PROCEDURE = 'guides/unknown-code';
const MAX_HITS = 10;
/** Of an exact code: above every text, whose parts add up to less than 5. */
const EXACT_SCORE = 100;

export interface LookupTier extends Tier {
  readonly segment: LookupSegment;
}

/** Opens tier 0: the files that buildIndex returns as `lookup`, in any order. */
export function openEngine(lookup: readonly Uint8Array[]): Result<SearchEngine, EngineProblem> {
  const files = new Map(lookup.map((file) => [markOf(file), file]));
  const root = openRoot(lookup);
  if (!root.ok) return root;
  const lexiconFile = files.get(root.value.lexicon);
  if (lexiconFile === undefined) return incomplete('LEXI', 0);
  const lexicon = openIndexFile('LEXI', lexiconFile, (input) => new Lexicon(input));
  if (!lexicon.ok) return lexicon;
  const tiers: LookupTier[] = [];
  let base = 0;
  for (const { mark, documents } of root.value.lookup) {
    const file = files.get(mark);
    if (file === undefined) return incomplete('LOOK', tiers.length);
    const segment = openIndexFile('LOOK', file, (input) => new LookupSegment(input));
    if (!segment.ok) return segment;
    if (segment.value.terms.documents !== documents || segment.value.table.size !== documents) {
      return fail({ kind: 'damaged', message: `LOOK ${tiers.length}: expected ${documents} documents` });
    }
    tiers.push({ segment: segment.value, terms: segment.value.terms, base });
    base += documents;
  }
  return ok(new SearchEngine(root.value, lexicon.value, tiers));
}

function incomplete(kind: string, index: number): Result<never, EngineProblem> {
  return fail({ kind: 'incomplete', message: `${kind} ${index}: the root names it, but it was not given` });
}

/** The first file that is a ROOT, opened; else the problem of the last. */
function openRoot(files: readonly Uint8Array[]): Result<IndexRoot, EngineProblem> {
  let opened: Result<IndexRoot, EngineProblem> = incomplete('ROOT', 0);
  for (const file of files) {
    opened = openIndexFile('ROOT', file, decodeRoot);
    if (opened.ok || opened.problem.kind !== 'foreign') break;
  }
  return opened;
}

export class SearchEngine implements TextIndex {
  readonly lexicon: Lexicon;
  /**
   * Until attached, names are found as typed only, and a code is answered by the table of codes alone: what texts say of it is
   * shown below its answer, which need not wait until the names of all documents are read.
   */
  tolerance: Tolerance = intolerant;
  /** Until attached, what holds all parts of a phrase is taken to hold it. */
  lackingPhrase: LackingPhrase = lackingNone;
  readonly tiers: readonly LookupTier[];
  /** Added by addBody (body-tier.ts). */
  readonly bodies: BodyTier[] = [];
  readonly root: IndexRoot;
  #board: Scoreboard | undefined;
  #names: NameIndex | undefined;

  constructor(root: IndexRoot, lexicon: Lexicon, tiers: readonly LookupTier[]) {
    this.root = root;
    this.lexicon = lexicon;
    this.tiers = tiers;
  }

  /** Made at the first text search or body: a code is answered without it. */
  get board(): Scoreboard {
    this.#board ??= new Scoreboard(this.size);
    return this.#board;
  }

  /** Made at the first text search. */
  get names(): NameIndex {
    this.#names ??= new NameIndex(
      this.tiers.map(({ segment: { table } }) => ({
        text: table.foldedNames(this.lexicon.simplify),
        lines: table.size,
      })),
      (names) => this.tolerance.indexPairs(names),
    );
    return this.#names;
  }

  /** Documents in the index. */
  get size(): number {
    return this.root.documents;
  }

  /** `unnumbered`: bare numbers are taken out already, as they were no codes. */
  search(text: string, options: SearchOptions, unnumbered = false): SearchResult {
    const heard = this.tolerance.hear(text, this);
    const plan = planQuery(heard.query, this.lexicon);
    const looked = lookUpCode(plan, this);
    const isAnswered =
      looked.kind === 'unknown' || (looked.kind === 'exact' && this.tolerance === intolerant);
    const found = isAnswered ? NOTHING : searchText(plan, this, options);
    let answer: CodeAnswer = looked.kind === 'doubtful' ? looked.answer : looked;
    if (answer.kind === 'none') answer = this.#named(answer, plan, found);
    if (looked.kind === 'doubtful' && !unnumbered && !this.#speakOfRest(looked, plan)) {
      // Left in, the number would find as a word the documents that own it.
      const rest = this.search(plan.query.replace(/\b\d+\b/g, ' '), options, true);
      return { ...rest, query: text, heard: heard.query, work: heard.work + rest.work + found.work };
    }
    const documents = answer.kind === 'unknown' ? [] : found.documents;
    const near = answer.kind === 'none' && found.near;
    const limit = Math.max(1, Math.min(MAX_HITS, options.limit));
    const hits: Hit[] = [];
    const add = (number: number | undefined, match: MatchKind, score: number, key: string) => {
      if (number === undefined || hits.length >= limit) return;
      const document = this.summaryOf(number);
      if (hits.some((hit) => hit.document.id === document.id)) return;
      const code =
        document.codes.find((name) => key !== '' && codeKey(name) === key) ?? document.codes[0] ?? '';
      // Nothing is marked in what was not asked for, nor in a code's owner before the names are read.
      const title = (score > 0 && this.#names?.names(number).split(FIELD)[0]) || '';
      const titleRanges = markMatches(title, plan, found.patterns);
      hits.push({ document, code, match, score, titleRanges });
    };
    if (answer.kind === 'exact') {
      for (const owner of answer.owners) add(owner, 'exact-code', EXACT_SCORE, answer.key);
    } else if (answer.kind === 'unknown' || (near && plan.terms.length > 0)) {
      add(this.find(PROCEDURE), 'procedure', 0, '');
    }
    if (answer.kind !== 'none') for (const owner of answer.similar) add(owner, 'similar-code', 0, '');
    for (const { document, score } of documents) add(document, 'text', score, '');
    const askChannel = answer.kind === 'exact' && answer.ask;
    return {
      query: text,
      heard: heard.query,
      kind: kindOf(answer, near),
      hits,
      sure: answer.kind === 'none' ? found.sure && !isDisputed(hits, heard.query) : !askChannel,
      askChannel,
      work: heard.work + found.work,
    };
  }

  /** Whether a name of a document that owns the code holds a word of the query beside it. */
  #speakOfRest({ mention, answer }: DoubtfulCode, plan: QueryPlan): boolean {
    let words = importantTerms(plan);
    for (const term of plan.terms)
      if (term.start < mention.end && term.end > mention.start) words &= ~term.covers;
    return (
      answer.kind === 'exact' && answer.owners.some((owner) => ((this.board.named[owner] ?? 0) & words) !== 0)
    );
  }

  /** The name of an error that no document owns, nor mentions in full, is an unknown code. */
  #named(answer: Extract<CodeAnswer, { kind: 'none' }>, plan: QueryPlan, found: FoundText): CodeAnswer {
    const { name } = answer;
    if (name === undefined || this.find(PROCEDURE) === undefined) return answer;
    let words = 0;
    for (const term of plan.terms) if (term.start >= name.start && term.end <= name.end) words |= term.covers;
    const held = found.documents.some(({ document }) => ((this.board.mask[document] ?? 0) & words) === words);
    return held ? answer : unknownCode(name.key, this);
  }

  summary(id: string): DocumentSummary | undefined {
    const document = this.find(id);
    return document === undefined ? undefined : this.summaryOf(document);
  }

  *documents(): Generator<DocumentSummary> {
    for (let document = 0; document < this.size; document++) yield this.summaryOf(document);
  }

  /** The number of the document `id`. Ids ascend, so two binary searches find it. */
  find(id: string): number | undefined {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const tier = this.tierOf(middle);
      if (tier.segment.table.id(middle - tier.base) < id) low = middle + 1;
      else high = middle;
    }
    if (low === this.size) return undefined;
    const tier = this.tierOf(low);
    return tier.segment.table.id(low - tier.base) === id ? low : undefined;
  }

  summaryOf(document: number): DocumentSummary {
    const tier = this.tierOf(document);
    return tier.segment.table.summary(document - tier.base);
  }

  traitsOf(document: number): DocumentTraits {
    const tier = this.tierOf(document);
    return tier.segment.table.traits(document - tier.base);
  }

  tierOf(document: number): LookupTier {
    let low = 0;
    let high = this.tiers.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.tiers[middle]?.base ?? 0) <= document) low = middle;
      else high = middle;
    }
    const tier = this.tiers[low];
    if (tier === undefined) throw new RangeError(`document ${document} of ${this.size}`);
    return tier;
  }

  owners(key: string): number[] {
    return this.#codes(key, (exact) => exact, 1);
  }

  completions(prefix: string, limit: number): number[] {
    return this.#codes(prefix, () => true, limit).slice(0, limit);
  }

  /** Of the keys that begin with `prefix`, `limit` a segment, those that `wanted` says. */
  #codes(prefix: string, wanted: (exact: boolean) => boolean, limit: number): number[] {
    const owners: number[] = [];
    const key = encodeWord(CODE_MARK + prefix);
    for (const { terms, base } of this.tiers) {
      let left = limit;
      terms.scanWords(key, (exact, bit, count) => {
        if (wanted(exact)) for (const document of terms.read(bit, count)) owners.push(base + document);
        return --left > 0;
      });
    }
    return owners;
  }

  slip(keys: readonly string[]): ReturnType<CodeTable['slip']> {
    return this.tolerance.findSlip(keys, this.tiers, this);
  }

  similar(key: string, shown: readonly number[], all: readonly number[]): number[] {
    return this.tolerance.similarCodes(key, shown, all, this);
  }

  channelOf(document: number): string {
    const tier = this.tierOf(document);
    return tier.segment.table.channel(document - tier.base);
  }
}

const NOTHING: FoundText = { documents: [], patterns: [], work: 0, near: true, sure: false };

function kindOf(answer: CodeAnswer, near: boolean): SearchResult['kind'] {
  if (answer.kind === 'exact') return 'exact-code';
  if (answer.kind === 'unknown') return 'unknown-code';
  return near ? 'none' : 'text';
}
