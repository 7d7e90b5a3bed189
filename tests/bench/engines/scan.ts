// No index at all: every word of the query looked for in every text by String.includes, documents that hold all of them in
// the title first. What a page does that has no search library.

import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';

const FILE = 'documents.json';

export const engine: BenchEngine = {
  settings: 'String.includes over lower-cased texts, every word required, titles first',
  build({ documents }) {
    const names = documents.map(nameOf);
    return [textFile(FILE, JSON.stringify({ names, bodies: documents.map(({ body }) => body) }))];
  },
  open(files) {
    const { names, bodies }: { names: string[]; bodies: string[] } = JSON.parse(readText(files, FILE));
    const titles = names.map((name) => name.toLowerCase());
    const texts = bodies.map((body, i) => `${titles[i]}\n${body.toLowerCase()}`);
    return (query) => {
      const words = query
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      if (words.length === 0) return [];
      const found = holdersOf(titles, words, []);
      return found.length < LIMIT ? holdersOf(texts, words, found) : found;
    };
  },
};

function holdersOf(texts: readonly string[], words: readonly string[], found: readonly number[]): number[] {
  const holders = [...found];
  for (let i = 0; i < texts.length && holders.length < LIMIT; i++) {
    const text = texts[i] ?? '';
    if (words.every((word) => text.includes(word)) && !found.includes(i)) holders.push(i);
  }
  return holders;
}
