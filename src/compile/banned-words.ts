// Words that may not occur: obfuscated spellings, remains of copied pages, promotion, private hotlines. They are looked
// for in whole files, keys and comments included. Three files name such words for a purpose and are not shown to anybody:
// policy.yaml (the list itself), synonyms.yaml (what people type) and glossary.yaml (how a term must not be written).

import type { ContentFiles } from './content-folder.ts';
import type { ProblemLog } from './content-problem.ts';

const EXEMPT = new Set(['policy.yaml', 'synonyms.yaml', 'glossary.yaml']);

export function checkBannedWords(files: ContentFiles, banned: readonly string[], log: ProblemLog): void {
  const settings = [...files.settings.values()].filter(({ file }) => !EXEMPT.has(file));
  for (const source of [...files.articles.map((article) => article.source), ...settings]) {
    for (const word of banned) {
      for (let at = source.text.indexOf(word); at >= 0; at = source.text.indexOf(word, at + word.length)) {
        const what = `the word ${word} is banned (policy.yaml)`;
        log.error(source.place(at), 'banned-word', { what, suggestion: 'Use another word' });
      }
    }
  }
}
