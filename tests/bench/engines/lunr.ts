// lunr with bigrams: no stemmer and no stop words, names ×4, all terms and then some, trailing wildcard on the last term, one
// edit for Latin words. lunr-languages' zh (Segmenter words and bigrams at once) is larger, slower and worse on phrases.

import lunr, { type Clause, type LunrIndex } from 'lunr';
import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';
import { documentTerms, mayBeMistyped, queryTerms } from '../han-bigrams.ts';

const FILE = 'index.json';

export const engine: BenchEngine = {
  settings:
    'lunr 2.3.9, Han bigrams, title ×4, all terms then some, trailing wildcard, one edit on Latin words',
  build({ documents }) {
    const builder = new lunr.Builder();
    builder.ref('id');
    builder.field('name', { boost: 4 });
    builder.field('body', { boost: 1 });
    builder.tokenizer = (text) => documentTerms(String(text)).map((term) => new lunr.Token(term, {}));
    documents.forEach((document, i) => {
      builder.add({ id: String(i), name: nameOf(document), body: document.body });
    });
    return [textFile(FILE, JSON.stringify(builder.build()))];
  },
  open(files) {
    const index = lunr.Index.load(JSON.parse(readText(files, FILE)));
    const { REQUIRED, OPTIONAL } = lunr.Query.presence;
    return (query) => {
      const terms = queryTerms(query);
      if (terms.length === 0) return [];
      const strict = ask(index, terms, REQUIRED);
      const found = strict.length > 0 ? strict : ask(index, terms, OPTIONAL);
      return found.slice(0, LIMIT).map(({ ref }) => Number(ref));
    };
  },
};

function ask(index: LunrIndex, terms: readonly string[], presence: number) {
  return index.query((query) => {
    terms.forEach((term, i) => {
      const clause: Clause = { presence, usePipeline: false };
      if (i === terms.length - 1) clause.wildcard = lunr.Query.wildcard.TRAILING;
      else if (mayBeMistyped(term)) clause.editDistance = 1;
      query.term(term, clause);
      if (i === terms.length - 1 && mayBeMistyped(term) && presence === lunr.Query.presence.OPTIONAL)
        query.term(term, { presence, usePipeline: false, editDistance: 1 });
    });
  });
}
