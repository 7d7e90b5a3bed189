// Words misheard by a phone that is dictated to: 前到老是不成功 for 签到, 推货 for 退货. A run as short as a word is found by its
// sound as it is (tolerant-search.ts); in a sentence nothing is wrong but the single word, and it is written as names have it.
//
// Two characters are a misheard word where they stand side by side nowhere in the index, names hold another pair of the same sound
// (without tones, and as pinyin.ts folds them), and what that would change makes no pair of names with its other neighbour.

import { isJoining } from '../analysis/empty-words.ts';
import { MAX_QUERY } from '../analysis/fold-text.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { NameIndex } from '../index/name-index.ts';
import { initialIndexOf } from './initial-index.ts';
import { Pattern } from './pattern-match.ts';
import type { BodyTier } from './term-search.ts';

export interface HeardIn {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  readonly bodies: readonly BodyTier[];
}

export interface Heard {
  /** As long as what was typed. */
  readonly query: string;
  /** Places of names looked at. */
  readonly work: number;
}

/** Of Han text; in a shorter run every pair may be the word that is meant. */
const SENTENCE = /[\u4e00-\u9fff]{5,}/g;
/** What turns or counts what stands around it is no part of a word that was misheard. */
const NO_PART = /[不没未无已先再请说谁咋一二两三四五六七八九十百千万]/;
/** Pairs of one query looked for by their sound. */
const MAX_PAIRS = 24;
/** Places of names looked at for one pair. */
const MAX_PLACES = 512;
/** Places looked at for one query. */
export const MAX_HEARD = MAX_PAIRS * MAX_PLACES;
/** A pair that stands in fewer is a seam of two words, or too rare to be meant. */
const MIN_PLACES = 8;

/** The query with what was misheard as names have it. */
export function hearWords(query: string, index: HeardIn): Heard {
  if (query.length > MAX_QUERY) return { query, work: 0 };
  let left = MAX_PAIRS;
  let work = 0;
  const written = query.replace(SENTENCE, (run) => {
    let heard = run;
    for (let at = 0; at < run.length - 1 && left > 0; at++) {
      const pair = run.slice(at, at + 2);
      if (isNoWord(pair) || isNamed(pair, index)) continue;
      left--;
      const { meant, places } = soundingLike(pair, index);
      work += places;
      if (meant === undefined || isInBodies(pair, index)) continue;
      // What is taken away must not be part of a word with its other neighbour.
      if (meant[0] !== pair[0] && isNamed(run.slice(Math.max(0, at - 1), at + 1), index)) continue;
      if (meant[1] !== pair[1] && isNamed(run.slice(at + 1, at + 3), index)) continue;
      heard = heard.slice(0, at) + meant + heard.slice(at + 2);
      at++;
    }
    return heard;
  });
  return { query: written, work };
}

function isNoWord(pair: string): boolean {
  return isJoining(pair) || NO_PART.test(pair);
}

function isNamed(pair: string, { names }: HeardIn): boolean {
  const found: number[] = [];
  if (pair.length === 2) names.find(pair, false, 1, found);
  return found.length > 0;
}

function isInBodies(pair: string, { bodies }: HeardIn): boolean {
  return bodies.some(({ terms }) => {
    const lists: number[] = [];
    terms.find(pair, lists);
    return lists.length > 0;
  });
}

interface Sounding {
  /** The pair of names that stands in most places of them. */
  readonly meant: string | undefined;
  /** Looked at. */
  readonly places: number;
}

function soundingLike(pair: string, { lexicon, names }: HeardIn): Sounding {
  const pattern = new Pattern(pair, lexicon, 'whole', false);
  const counts = new Map<string, number>();
  let places = 0;
  initialIndexOf(names, lexicon).visit(pattern, (start) => {
    if (pattern.endAt(names.text, start) === start + 2) {
      const found = names.text.slice(start, start + 2);
      if (!isNoWord(found)) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    return ++places < MAX_PLACES;
  });
  let meant: string | undefined;
  let most = MIN_PLACES - 1;
  for (const [found, count] of counts) {
    if (count <= most) continue;
    meant = found;
    most = count;
  }
  return { meant, places };
}
