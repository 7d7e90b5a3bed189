// What one edited article costs every phone: the bundle is made twice by the encoders of the build, and every file of the
// second that the first does not have must be fetched. Sizes in Brotli, as the build stores them.

import { ANALYZER } from '../../../src/analysis/analyzer.ts';
import { type Article, type ArticleId, parseArticleId } from '../../../src/bundle/article.ts';
import { bundleFiles } from '../../../src/command/bundle-files.ts';
import type { OutputFile } from '../../../src/command/output-file.ts';
import { encodeArticleFiles } from '../../../src/compile/article-files.ts';
import { readingsOf, readPinyin, variantsOf } from '../../../src/compile/linguistics.ts';
import { buildIndex } from '../../../src/index/build-index.ts';
import type { IndexInput } from '../../../src/index/index-files.ts';
import type { BenchDocument } from '../bench-engine.ts';
import { indexedDocument, loadCorpus } from '../corpus.ts';
import { randomIndex, seededRandom } from '../random.ts';
import type { EditFigures } from '../results.ts';
import type { Job } from '../worker.ts';
import { brotliBytes } from './build-job.ts';

/** Sentences without a character that the corpus would not have. */
const ADDED = '如果还是不行,请先记下时间,再问问银行。';

type Edit = (documents: readonly BenchDocument[], at: number) => BenchDocument[];

const EDITS: readonly (readonly [name: string, edit: Edit])[] = [
  [
    'a sentence added to one body',
    (all, at) => all.with(at, { ...one(all, at), body: one(all, at).body + ADDED }),
  ],
  ['one title changed', (all, at) => all.with(at, { ...one(all, at), title: `${one(all, at).title}怎么办` })],
  ['one article removed', (all, at) => all.filter((_, i) => i !== at)],
];

export async function measureEdits({ corpus, budget }: Job): Promise<EditFigures[]> {
  const { documents } = await loadCorpus(corpus);
  const input: IndexInput = {
    documents: [],
    synonyms: [],
    readPinyin,
    readingsOf,
    variants: variantsOf([...documents.flatMap(({ title, body }) => [title, body]), ADDED]),
  };
  const sizes = new Map<string, number>();
  const sizeOf = ({ path, bytes }: OutputFile) => {
    const size = sizes.get(path) ?? brotliBytes(bytes);
    sizes.set(path, size);
    return size;
  };
  const before = bundleOf(documents, input);
  const known = new Set(before.map(({ path }) => path));
  const random = seededRandom(3);
  const end = performance.now() + budget * 1000;
  const figures: EditFigures[] = [];
  for (const [edit, apply] of EDITS) {
    const worst: EditFigures[] = [];
    for (let i = 0; i < 3 && (i === 0 || performance.now() < end); i++) {
      const after = bundleOf(apply(documents, randomIndex(random, documents.length)), input);
      const changed = after.filter(({ path }) => !known.has(path));
      worst.push({
        edit,
        files: after.length,
        changedFiles: changed.length,
        bundleBytes: after.reduce((sum, file) => sum + sizeOf(file), 0),
        changedBytes: changed.reduce((sum, file) => sum + sizeOf(file), 0),
      });
    }
    figures.push(...worst.sort((a, b) => b.changedBytes - a.changedBytes).slice(0, 1));
  }
  return figures;
}

function bundleOf(documents: readonly BenchDocument[], input: IndexInput): OutputFile[] {
  const { lookup, body } = buildIndex({ ...input, documents: documents.map(indexedDocument) });
  const articleFiles = encodeArticleFiles(documents.map(articleOf)).map((file) => ({
    ...file,
    frequency: 0,
  }));
  const parts = { analyzer: ANALYZER, reviewed: '', articles: documents.length, lookup, body, articleFiles };
  const bundle = bundleFiles(parts);
  return [bundle.manifestFile, ...bundle.lookup, ...bundle.body, ...bundle.articleFiles];
}

function one(documents: readonly BenchDocument[], at: number): BenchDocument {
  const document = documents[at];
  if (document === undefined) throw new RangeError(`document ${at} of ${documents.length}`);
  return document;
}

function articleOf({ id, title, body }: BenchDocument): Article {
  return {
    id: idOf(id),
    kind: 'guide',
    title,
    summary: '',
    codes: [],
    aliases: [],
    channel: null,
    verdict: null,
    customer: null,
    lines: [],
    agreement: null,
    sources: [],
    reviewed: '',
    expires: '',
    related: [],
    body: [{ kind: 'paragraph', content: [{ kind: 'text', text: body }] }],
    triage: null,
  };
}

function idOf(text: string): ArticleId {
  const id = parseArticleId(text);
  if (id === undefined) throw new Error(`not an article id: ${text}`);
  return id;
}
