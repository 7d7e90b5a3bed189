// The tokeniser of every peer that takes one: overlapping pairs of Han characters and Latin words, lower case, width folded.
// The same cut as our own, so that the comparison is of engines and not of tokenisers. Bigrams give every library here its
// best quality in Chinese: segmenters cut a query in another way than the text around it.

import { foldText } from '../../src/analysis/fold-text.ts';
import { isHan, tokenize } from '../../src/analysis/tokenizer.ts';

/** For documents: pairs, words, and the last character of each run, so that one character can be found by prefix. */
export function documentTerms(text: string): string[] {
  return tokenize(foldText(text)).map(({ term }) => term);
}

/** For queries: without the last characters of runs, which the pairs before them hold already. */
export function queryTerms(text: string): string[] {
  return tokenize(foldText(text)).flatMap(({ term, tail }) => (tail ? [] : [term]));
}

/** Latin words long enough for a slip of the finger to leave them recognisable. */
export function mayBeMistyped(term: string): boolean {
  return term.length >= 4 && !isHan(term.charCodeAt(0)) && !/\d/.test(term);
}
