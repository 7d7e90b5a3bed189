// uFuzzy: a scan by one regular expression a query. Set up for Han text as its author advises for non-Latin alphabets
// (leeoniya/uFuzzy#14): `unicode` with letter classes, and one character may stand between two of a word.

import UFuzzy from '@leeoniya/ufuzzy';
import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';

const FILE = 'documents.json';
/** Above this many matches they are not ranked: ranking them costs more than the search. */
const RANKED = 1000;

export const engine: BenchEngine = {
  settings: 'uFuzzy 1.0.19, unicode letter classes, one inserted character, titles first',
  build({ documents }) {
    const names = documents.map(nameOf);
    return [textFile(FILE, JSON.stringify({ names, bodies: documents.map(({ body }) => body) }))];
  },
  open(files) {
    const { names, bodies }: { names: string[]; bodies: string[] } = JSON.parse(readText(files, FILE));
    const fuzzy = new UFuzzy({
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: '\\p{Ll}\\p{Lu}',
      intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
      intraMode: 0,
      intraIns: 1,
    });
    return (query) => {
      const found = ranked(fuzzy, names, query);
      if (found.length >= LIMIT) return found.slice(0, LIMIT);
      return [...new Set([...found, ...ranked(fuzzy, bodies, query)])].slice(0, LIMIT);
    };
  },
};

function ranked(fuzzy: UFuzzy, texts: readonly string[], query: string): number[] {
  const [indexes, info, order] = fuzzy.search(texts, query, 0, RANKED);
  if (indexes === null) return [];
  if (info === null || order === null) return indexes.slice(0, LIMIT);
  return order.slice(0, LIMIT).flatMap((at) => info.idx[at] ?? []);
}
