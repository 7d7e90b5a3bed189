// Orama with bigrams through its own tokenizer interface: BM25, names ×4, all terms (threshold 0) and then some, one edit for
// Latin queries. Its mandarin tokenizer (Intl.Segmenter words) is smaller and far worse on phrases.

import { create, insert, load, type OramaDatabase, save, search } from '@orama/orama';
import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';
import { documentTerms, mayBeMistyped, queryTerms } from '../han-bigrams.ts';

const FILE = 'index.json';

export const engine: BenchEngine = {
  settings: 'Orama 3.1.18, Han bigrams, title ×4, all terms then some, tolerance 1 for Latin queries',
  build({ documents }) {
    const database = empty(documentTerms);
    documents.forEach((document, i) => {
      insert(database, { id: String(i), name: nameOf(document), body: document.body });
    });
    return [textFile(FILE, JSON.stringify({ ...save(database), docs: bareDocuments(documents.length) }))];
  },
  open(files) {
    const database = empty(queryTerms);
    load(database, JSON.parse(readText(files, FILE)));
    const ask = (term: string, threshold: number, tolerance: number) =>
      search(database, {
        term,
        properties: ['name', 'body'],
        boost: { name: 4 },
        threshold,
        tolerance,
        limit: LIMIT,
      }).hits.map(({ id }) => Number(id));
    return (query) => {
      const tolerance = queryTerms(query).every(mayBeMistyped) ? 1 : 0;
      const strict = ask(query, 0, tolerance);
      return strict.length > 0 ? strict : ask(query, 1, tolerance);
    };
  },
};

function empty(tokenize: (text: string) => string[]): OramaDatabase {
  const tokenizer = { language: 'chinese', normalizationCache: new Map<string, string>(), tokenize };
  return create({ schema: { name: 'string', body: 'string' }, components: { tokenizer } });
}

/** The texts are not part of an index, so they are left out of its bytes; Orama wants its documents to exist. */
function bareDocuments(count: number): object {
  const docs: Record<string, object> = {};
  for (let i = 0; i < count; i++) docs[i + 1] = { id: String(i) };
  return { docs, count };
}
