// Queries to time: every kind of typing, from texts of the corpus itself, so that they find something. Seeded, and the same
// for all engines.

import { readPinyin } from '../../src/compile/linguistics.ts';
import type { BenchDocument } from './bench-engine.ts';
import { pick, type Random, randomIndex } from './random.ts';
import { codeTokens, hanRuns, hanWords, latinWords, wordBorders } from './words.ts';

export const LATENCY_KINDS = [
  'Han word',
  'several words',
  'keystrokes',
  'code token',
  'Latin typo',
  'pinyin',
  'across words',
] as const;
export type LatencyKind = (typeof LATENCY_KINDS)[number];

/** The kinds that every engine can serve; the others need tolerance or readings. */
export const CORE_KINDS: readonly LatencyKind[] = [
  'Han word',
  'several words',
  'keystrokes',
  'code token',
  'across words',
];

export interface LatencyQuery {
  readonly kind: LatencyKind;
  readonly query: string;
}

const COUNTS: Record<LatencyKind, number> = {
  'Han word': 80,
  'several words': 80,
  keystrokes: 180,
  'code token': 60,
  'Latin typo': 60,
  pinyin: 60,
  'across words': 60,
};
/** Attempts at a document that has no word of the kind. */
const PATIENCE = 60;

export function latencyQueries(documents: readonly BenchDocument[], random: Random): LatencyQuery[] {
  return LATENCY_KINDS.flatMap((kind) => {
    const queries: LatencyQuery[] = [];
    for (let left = COUNTS[kind] * PATIENCE; left > 0 && queries.length < COUNTS[kind]; left--) {
      const made = MAKERS[kind](pick(random, documents), random);
      for (const query of made) if (queries.length < COUNTS[kind]) queries.push({ kind, query });
    }
    return queries;
  });
}

type Maker = (document: BenchDocument, random: Random) => string[];

const MAKERS: Record<LatencyKind, Maker> = {
  'Han word': ({ body }, random) => one(hanWords(body), random),
  'several words': (document, random) => severalWords(document, random),
  keystrokes: ({ title }) => [...title.slice(0, 6)].map((_, i) => title.slice(0, i + 1)),
  'code token': ({ title, names, body }, random) => one(codeTokens(`${title} ${names} ${body}`), random),
  'Latin typo': ({ title, names, body }, random) =>
    one(latinWords(`${title} ${names} ${body}`), random).map((word) => mistype(word, random)),
  pinyin: ({ title }, random) => one(hanWords(title), random).map((word) => readPinyin(word).join('')),
  'across words': ({ body }, random) => one(hanRuns(body, 6), random).flatMap((run) => across(run, random)),
};

/** Two words of one body with a blank between them, or two neighbours as a phrase. */
function severalWords({ title, body }: BenchDocument, random: Random): string[] {
  const inTitle = hanWords(title);
  const inBody = hanWords(body);
  if (inTitle.length === 0 || inBody.length < 2) return [];
  if (random() < 0.5) return [`${pick(random, inTitle)} ${pick(random, inBody)}`];
  const at = randomIndex(random, inBody.length - 1);
  return [inBody.slice(at, at + 2).join(random() < 0.5 ? ' ' : '')];
}

/** Four characters that begin inside one word and end inside another. */
function across(run: string, random: Random): string[] {
  const borders = wordBorders(run).filter((border) => border >= 2 && border + 2 <= run.length);
  return one(borders, random).map((border) => run.slice(border - 2, border + 2));
}

/** One letter left out, doubled, replaced or swapped with the next; never the first. */
export function mistype(word: string, random: Random): string {
  const at = 1 + randomIndex(random, word.length - 2);
  const before = word.slice(0, at);
  const [first = '', second = ''] = word.slice(at);
  const after = word.slice(at + 1);
  switch (randomIndex(random, 4)) {
    case 0:
      return before + after;
    case 1:
      return before + first + first + after;
    case 2:
      return `${before}${first === 'e' ? 'a' : 'e'}${after}`;
    default:
      return before + second + first + word.slice(at + 2);
  }
}

function one<Item>(items: readonly Item[], random: Random): Item[] {
  return items.length === 0 ? [] : [pick(random, items)];
}
