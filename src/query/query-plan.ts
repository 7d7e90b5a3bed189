// What was typed, taken apart: which terms to look up, how much each says, and the patterns for the tolerant search. Pure and
// the same for one query whatever the index holds.

import { type ChannelHint, findChannel } from '../analysis/channel-words.ts';
import { isCounted } from '../analysis/code-mentions.ts';
import { blankOut, isJoining, markEmptyWords } from '../analysis/empty-words.ts';
import { foldQuery } from '../analysis/fold-text.ts';
import { lettersOf } from '../analysis/letters.ts';
import { isHan, tokenize } from '../analysis/tokenizer.ts';
import type { Lexicon } from '../index/lexicon.ts';

/**
 * Terms beyond these are dropped: a set of terms is a bit mask, and what is longer is pasted. With 30 a pasted article takes twice
 * as long.
 */
export const MAX_TERMS = 24;

export interface QueryTerm {
  /** Documents match with any of these; the first is as typed, the others are synonyms (all pairs of one must match). */
  readonly term: string;
  /** Half-open, in UTF-16 units of the folded query. */
  readonly start: number;
  readonly end: number;
  /** 1, JOINING_WEIGHT, or EMPTY_WEIGHT for a term that carries nothing. */
  readonly weight: number;
  /** Words that begin with it match too: it is a Latin word that may be unfinished. */
  readonly prefix: boolean;
  /** Terms of a synonym: all of them stand for the terms that `covers` names. Empty for what was typed. */
  readonly synonym: readonly string[];
  /** Bit mask of the typed terms that it makes good: itself, or what its synonym replaces. */
  readonly covers: number;
}

export interface Run {
  readonly text: string;
  /** Bit mask of its terms. */
  readonly terms: number;
}

export interface QueryPlan {
  readonly query: string;
  /** The query with blanks for words that carry nothing, or that are said of any code. */
  readonly said: string;
  readonly terms: readonly QueryTerm[];
  readonly channel: ChannelHint | undefined;
  /** Runs of the query that say something, for the tolerant search: Han and Latin letters without blanks. */
  readonly runs: readonly Run[];
  /** All that says something, without blanks and punctuation. */
  readonly core: string;
  /** The query without blanks and punctuation. */
  readonly letters: string;
}

/** The weight of a term inside a word that carries nothing. */
export const EMPTY_WEIGHT = 0.15;
/** Of a pair that joins words (刷了): it tells verbatim phrases apart, and little else. */
export const JOINING_WEIGHT = 0.3;

export function planQuery(text: string, lexicon: Lexicon): QueryPlan {
  const query = foldQuery(text, lexicon.simplify);
  const marked = markEmptyWords(query, lexicon.emptyWords);
  const tokens = tokenize(query);
  const isSaying = tokens.some(({ start, end }) => countEmpty(marked, start, end) < end - start);
  const empty = isSaying ? marked : new Uint8Array(query.length);
  const terms: QueryTerm[] = [];
  for (const token of tokens) {
    if (token.tail || terms.length === MAX_TERMS || terms.some(({ term }) => term === token.term)) continue;
    const unimportant =
      isCounted(query, token.start, token.end) || countEmpty(empty, token.start, token.end) > 0;
    const prefix = !isHan(token.term.charCodeAt(0));
    const weight = unimportant ? EMPTY_WEIGHT : isJoining(token.term) ? JOINING_WEIGHT : 1;
    const covers = 1 << terms.length;
    terms.push({ term: token.term, start: token.start, end: token.end, weight, prefix, synonym: [], covers });
  }
  addSynonyms(query, lexicon, terms);
  const runs = splitRuns(blankOut(query, empty), terms);
  const core = runs.map((run) => run.text).join('');
  const said = blankOut(query, markEmptyWords(query, lexicon.emptyWords, lexicon.codeWords));
  return { query, said, terms, channel: findChannel(query), runs, core, letters: lettersOf(query) };
}

function countEmpty(empty: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) count += empty[i] ?? 0;
  return count;
}

/** A member of a group that stands in the query also finds what its other members find. */
function addSynonyms(query: string, lexicon: Lexicon, terms: QueryTerm[]): void {
  const typed = terms.length;
  for (const { words, held } of lexicon.synonyms) {
    const member = words.find((word) => query.includes(word));
    if (member === undefined) continue;
    const start = query.indexOf(member);
    const end = start + member.length;
    const replaced = terms.slice(0, typed).filter((term) => term.start < end && term.end > start);
    const covers = replaced.reduce((mask, term) => mask | term.covers, 0);
    const weight = Math.max(0, ...replaced.map((term) => term.weight));
    for (const name of held) {
      if (name === member || query.includes(name) || terms.length === MAX_TERMS) continue;
      const synonym = tokenize(name)
        .filter((token) => !token.tail)
        .map((token) => token.term);
      terms.push({ term: name, start, end, weight, prefix: false, synonym, covers });
    }
  }
}

function splitRuns(text: string, terms: readonly QueryTerm[]): Run[] {
  return [...text.matchAll(/[\u4e00-\u9fffa-z0-9]+/g)].map((match) => {
    const end = match.index + match[0].length;
    const inside = terms.filter(
      (term) => term.synonym.length === 0 && term.start >= match.index && term.end <= end,
    );
    return { text: match[0], terms: inside.reduce((mask, term) => mask | term.covers, 0) };
  });
}
