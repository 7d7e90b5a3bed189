// Stage 2 of the text search: the documents that stage 1 found best, looked at name by name. A score is a sum of parts, each
// at most its weight (`all` 2.5 times it), so that the parts can be shown (explain) and every constant has a meaning:
//
//   terms      BM25F of stage 1, as a share of what a document could reach
//   names      how well the best single name (title, alias, heading) and the query agree
//   whole      the best name is the query, or the query holds it, or it holds the query, to the letter, or but for one sign
//   all        the document holds every term that says something; half of it where only what joins them is missing,
//              and more where it holds all that was typed, words that say nothing included
//   line, often  it is written for the merchant's terminal; merchants meet it often
//   channel    taken off where the query names one payer (微信) and the document is about another (支付宝, a card)
//
// The weights were tuned on the relevance set; ties are broken by id, so that the order is stable.

import { lettersOf } from '../analysis/letters.ts';
import { isHan } from '../analysis/tokenizer.ts';
import { FIELD } from '../index/document-table.ts';
import { JOINING_WEIGHT, type QueryPlan, type QueryTerm } from './query-plan.ts';
import { sumOf } from './term-search.ts';

export interface ScoreParts {
  readonly terms: number;
  readonly names: number;
  readonly whole: number;
  readonly all: number;
  readonly line: number;
  readonly often: number;
  /** 0 or -1. */
  readonly channel: number;
}

export const WEIGHTS: ScoreParts = {
  terms: 1,
  names: 1,
  whole: 0.8,
  all: 0.6,
  line: 0.1,
  often: 0.08,
  channel: 0.8,
};

/** Of a title, an alias, and a heading, which names a part of a document only. */
const SHARES = [1, 0.88, 0.6];
/** How much of the agreement with a name depends on the rest of the name. */
export const PRECISION_SHARE = 0.45;

/** A letter or digit of a name beside a Han character: a code in a name that the query does not ask for counts against it. */
const SIGN_WEIGHT = 2;

/** The query is the name but for one sign. */
const LACKING_ONE = 0.6;

export interface NameAgreement {
  /** 0 … 1. */
  readonly names: number;
  readonly whole: number;
}

export const NO_AGREEMENT: NameAgreement = { names: 0, whole: 0 };

/**
 * `names`: one document's, folded, as DocumentTable.names gives them. `values`: by index of the term in the plan; `possible`:
 * the sum of those that were typed.
 */
export function agreeNames(
  names: string,
  plan: QueryPlan,
  values: readonly number[],
  possible: number,
): NameAgreement {
  // A document has many names, and a query many terms: most of them stand in none, and most names hold none.
  const held = { ...plan, terms: plan.terms.filter((term) => placeOf(term, names) >= 0) };
  const tried = new Set<number>();
  let best = NO_AGREEMENT;
  for (const term of held.terms) {
    for (let at = placeOf(term, names); at >= 0; at = placeOf(term, names, at)) {
      let start = at;
      while (names.charCodeAt(start - 1) >= 32) start--;
      while (names.charCodeAt(at) >= 32) at++;
      if (tried.has(start)) continue;
      tried.add(start);
      const { names: agreed, whole } = agreeName(names.slice(start, at), held, values, possible);
      const share = SHARES[names.slice(0, start).split(FIELD).length - 1] ?? 0;
      if ((agreed + whole) * share > best.names + best.whole)
        best = { names: agreed * share, whole: whole * share };
    }
  }
  return best;
}

// Used by one name at a time, as nothing here waits.
let marked = new Uint8Array(256);

function agreeName(
  name: string,
  plan: QueryPlan,
  values: readonly number[],
  possible: number,
): NameAgreement {
  let held = 0;
  for (const term of plan.terms) {
    const at = placeOf(term, name);
    if (at < 0) continue;
    if (held === 0) clearMarks(name.length);
    held |= term.covers;
    marked.fill(1, at, at + term.term.length);
  }
  const got = held === 0 ? 0 : sumOf(values, held);
  if (got === 0) return NO_AGREEMENT;
  let size = 0;
  let marks = 0;
  for (let i = 0; i < name.length; i++) {
    const weight = isHan(name.charCodeAt(i)) ? 1 : SIGN_WEIGHT;
    size += weight;
    marks += weight * (marked[i] ?? 0);
  }
  const recall = got / possible;
  const precision = marks / size;
  return {
    names: recall * (1 - PRECISION_SHARE + PRECISION_SHARE * precision),
    whole: wholeness(lettersOf(name), plan),
  };
}

function clearMarks(length: number): void {
  if (marked.length < length) marked = new Uint8Array(2 * length);
  else marked.fill(0, 0, length);
}

function placeOf(term: QueryTerm, name: string, from = 0): number {
  let at = name.indexOf(term.term, from);
  while (at > 0 && term.prefix && /[a-z0-9]/.test(name[at - 1] ?? '')) at = name.indexOf(term.term, at + 1);
  return at;
}

/** 1 where the two are equal; where one holds the other, the shorter's share of the longer; less where one sign is too few. */
function wholeness(name: string, { core, letters }: QueryPlan): number {
  if (name === core || name === letters) return 1;
  if (core.length < 2 || name.length < 2) return 0;
  if (name.includes(core)) return (0.8 * core.length) / name.length;
  if (name.length > 2 && core.includes(name)) return (0.8 * name.length) / core.length;
  return letters.length > 3 && name.length - letters.length === 1 && lacksOne(letters, name)
    ? LACKING_ONE
    : 0;
}

function lacksOne(text: string, whole: string): boolean {
  let at = 0;
  while (text[at] === whole[at]) at++;
  return text.slice(at) === whole.slice(at + 1);
}

export function importantTerms(plan: QueryPlan): number {
  let mask = 0;
  for (const term of plan.terms) if (term.synonym.length === 0 && term.weight === 1) mask |= term.covers;
  return mask;
}

/** How much more than 1 it is to hold the phrase as typed, even what says nothing of it. */
const VERBATIM_SHARE = 1.5;
/** The same for a question, whose words its asker chose and no text repeats but by chance. */
const ASKED_SHARE = 0.6;
/** Of a document that holds every part of the phrase, and not the phrase. */
const LACKING_SHARE = 0.5;
const QUESTION = /[怎咋啥]|什么|如何/;

/** A query without words that join is held by more documents than a phrase is. */
const UNJOINED = 0.8;

export function isQuestion(plan: QueryPlan): boolean {
  return QUESTION.test(plan.query);
}

export function holdsAll(plan: QueryPlan, mask: number): boolean {
  return plan.terms.every(({ covers }) => (mask & covers) === covers);
}

/**
 * 0 where an important term is missing; ½ where none is; 1 where the document holds what joins them, too; up to 2.5 where it
 * holds everything typed. `lacking`: every part of the phrase, but not the phrase.
 */
export function allness(plan: QueryPlan, mask: number, lacking: boolean): number {
  const important = importantTerms(plan);
  if ((mask & important) !== important) return 0;
  let joining = 0;
  for (const term of plan.terms) if (term.weight === JOINING_WEIGHT) joining |= term.covers;
  if ((mask & joining) !== joining) return important === 0 ? 0 : 0.5;
  const held = joining === 0 ? UNJOINED : 1;
  if (!holdsAll(plan, mask)) return held;
  return held + (isQuestion(plan) ? ASKED_SHARE : lacking ? LACKING_SHARE : VERBATIM_SHARE);
}

const PARTS = Object.keys(WEIGHTS) as (keyof ScoreParts)[];

export function sumOfParts(parts: ScoreParts): number {
  let sum = 0;
  for (const part of PARTS) sum += WEIGHTS[part] * parts[part];
  return sum;
}
