// Fuse.js: the Bitap algorithm over every text. `ignoreLocation`, or it would not look past the first 60 characters; its own
// parsed index shipped beside the documents, as its documentation advises for faster starts.

import Fuse from 'fuse.js';
import { type BenchEngine, LIMIT, nameOf, readText, textFile } from '../bench-engine.ts';

const KEYS = ['name', 'body'];

interface Entry {
  readonly name: string;
  readonly body: string;
}

export const engine: BenchEngine = {
  settings: 'Fuse.js 7.5.0, ignoreLocation, threshold 0.3, title ×4, prepared index',
  build({ documents }) {
    const entries: Entry[] = documents.map((document) => ({ name: nameOf(document), body: document.body }));
    return [
      textFile('documents.json', JSON.stringify(entries)),
      textFile('index.json', JSON.stringify(Fuse.createIndex(KEYS, entries).toJSON())),
    ];
  },
  open(files) {
    const entries: Entry[] = JSON.parse(readText(files, 'documents.json'));
    const index = Fuse.parseIndex(JSON.parse(readText(files, 'index.json')));
    const options = {
      keys: [
        { name: 'name', weight: 4 },
        { name: 'body', weight: 1 },
      ],
      threshold: 0.3,
      ignoreLocation: true,
      ignoreFieldNorm: false,
    };
    const fuse = new Fuse(entries, options, index);
    return (query) => fuse.search(query, { limit: LIMIT }).map(({ refIndex }) => refIndex);
  },
};
