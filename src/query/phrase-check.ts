// The index keeps no positions: a document with every pair of a phrase probably holds the phrase, and now and then it does not
// (没有就按扣了钱没 from four sentences). Its text tells. It is read for the few best documents that have all pairs, and only where
// there are several of them to choose from.

import { foldText } from '../analysis/fold-text.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { LackingPhrase } from './tolerance.ts';

/** Of an engine, what is needed of it. */
interface Phrases {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  summaryOf(document: number): { readonly id: string };
}

/** Two characters are one pair, which the index has exactly. */
const PHRASE = /[\u4e00-\u9fff]{3,}/g;
/** Documents whose texts are read for one query. */
const MAX_TEXTS = 8;
/** The same in UTF-16 units, all texts together: an article may be as long as a book. */
const MAX_UNITS = 40_000;

/**
 * `textOf`: the text that a document was indexed by, undefined where it is not at hand. Where texts are at hand, those that are
 * too many or too long to be read count as lacking the phrase: the better ones before them were preferred for a reason.
 */
export function phraseCheck(engine: Phrases, textOf: (id: string) => string | undefined): LackingPhrase {
  return ({ query }, documents) => {
    const lacking = new Set<number>();
    const phrases = documents.length > 1 ? (query.match(PHRASE) ?? []) : [];
    if (phrases.length === 0) return lacking;
    let texts = 0;
    let units = 0;
    for (const document of documents) {
      const names = engine.names.names(document);
      const left = phrases.filter((phrase) => !names.includes(phrase));
      if (left.length === 0) continue;
      if (texts === MAX_TEXTS || units >= MAX_UNITS) {
        lacking.add(document);
        continue;
      }
      const text = textOf(engine.summaryOf(document).id)?.slice(0, MAX_UNITS);
      if (text === undefined) continue;
      texts++;
      units += text.length;
      if (!holds(text, left) && !holds(foldText(text, engine.lexicon.simplify), left)) lacking.add(document);
    }
    return lacking;
  };
}

function holds(text: string, phrases: readonly string[]): boolean {
  return phrases.every((phrase) => text.includes(phrase));
}
