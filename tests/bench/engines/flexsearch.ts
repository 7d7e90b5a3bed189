// FlexSearch with bigrams: two indexes, names before bodies, because it has no weights for fields. `forward` gives prefixes
// while typing. All terms first; `suggest` (some terms missing) only where that finds nothing.

import { Index } from 'flexsearch';
import { type BenchEngine, type IndexFile, LIMIT, nameOf, textFile } from '../bench-engine.ts';
import { documentTerms, queryTerms } from '../han-bigrams.ts';

const FIELDS = ['name', 'body'] as const;

export const engine: BenchEngine = {
  settings:
    'FlexSearch 0.8.212, Han bigrams, tokenize forward, title index before body index, AND then suggest',
  build({ documents }) {
    const files: IndexFile[] = [];
    for (const field of FIELDS) {
      const index = create(documentTerms);
      documents.forEach((document, i) => {
        index.add(i, field === 'name' ? nameOf(document) : document.body);
      });
      index.export((key, data) => {
        if (typeof data === 'string') files.push(textFile(`${field} ${key}`, data));
      });
    }
    return files;
  },
  open(files) {
    const indexes = FIELDS.map((field) => {
      const index = create(queryTerms);
      for (const { name, bytes } of files) {
        const [of, key] = name.split(' ');
        if (of === field && key !== undefined) index.import(key, new TextDecoder().decode(bytes));
      }
      return index;
    });
    const search = (query: string, suggest: boolean) => [
      ...new Set(indexes.flatMap((index) => index.search(query, { limit: LIMIT, suggest }))),
    ];
    return (query) => {
      const strict = search(query, false);
      return (strict.length > 0 ? strict : search(query, true)).slice(0, LIMIT);
    };
  },
};

function create(encode: (text: string) => string[]): Index {
  return new Index({ tokenize: 'forward', encode, cache: false });
}
