// MiniSearch with bigrams: BM25+, names ×4, AND and then OR, prefix for the last term, fuzzy for Latin words.

import MiniSearch from 'minisearch';
import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';
import { documentTerms, mayBeMistyped, queryTerms } from '../han-bigrams.ts';

const FILE = 'index.json';
const OPTIONS = { fields: ['name', 'body'], tokenize: documentTerms, processTerm: (term: string) => term };

export const engine: BenchEngine = {
  settings:
    'MiniSearch 7.2.0, Han bigrams, title ×4, AND then OR, prefix on the last term, fuzzy 0.2 on Latin words',
  build({ documents }) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents.map((document, id) => ({ id, name: nameOf(document), body: document.body })));
    return [textFile(FILE, JSON.stringify(index))];
  },
  open(files) {
    const index = MiniSearch.loadJSON(readText(files, FILE), OPTIONS);
    const search = (query: string, combineWith: 'AND' | 'OR') =>
      index.search(query, {
        tokenize: queryTerms,
        boost: { name: 4 },
        combineWith,
        prefix: (_term, i, terms) => i === terms.length - 1,
        fuzzy: (term) => (mayBeMistyped(term) ? 0.2 : false),
      });
    return (query) => {
      const strict = search(query, 'AND');
      const found = strict.length > 0 ? strict : search(query, 'OR');
      return found.slice(0, LIMIT).map(({ id }) => id);
    };
  },
};
