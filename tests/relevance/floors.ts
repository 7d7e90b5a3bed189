// The least share of queries of each kind whose first hit (success1) and whose first three hits (success3) help, over both
// splits together: single splits of a kind are too few queries to hold to a figure. Codes and unknown codes have no margin, a
// wrong answer there costs money. The others stand about one query under what was measured, so that a change which trades
// one query for another passes, and one that loses queries does not. Raise them when the engine gets better.

export interface Floor {
  readonly success1: number;
  readonly success3: number;
}

export interface BlindSet {
  readonly file: string;
  readonly queries: number;
  /** Share that the first hit answers at least. */
  readonly floor: number;
}

/**
 * Written from the articles alone, by somebody who had never seen an answer of this search, each by another. Of the part that is split
 * off as held-out nobody has looked at a miss.
 */
export const BLIND_SETS: readonly BlindSet[] = [
  { file: 'other-words.ndjson', queries: 160, floor: 0.86 },
  { file: 'counter-words.ndjson', queries: 174, floor: 0.77 },
  { file: 'asked-words.ndjson', queries: 160, floor: 0.83 },
  { file: 'hurried-words.ndjson', queries: 137, floor: 0.77 },
  { file: 'contested-words.ndjson', queries: 158, floor: 0.78 },
  { file: 'short-words.ndjson', queries: 156, floor: 0.83 },
  { file: 'spoken-words.ndjson', queries: 159, floor: 0.83 },
];

/**
 * To see what happens as far from the names as merchants can be: for each article up to ten queries that avoid its names, by eight
 * hands. Where the first hit was another article, a second hand that did not know which one was meant chose what helps, or left
 * the query out as too vague or as nothing that anybody would type (166). It is measured and not tuned to, but for eight names given to answers of its tune part that opened too leniently.
 */
export const FAR_WORDS: BlindSet = { file: 'far-words.ndjson', queries: 2355, floor: 0.54 };

/** Every kind of judgements.ndjson has one. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  facts: { success1: 0.98, success3: 0.99 },
  'code-spelling': { success1: 1, success3: 1 },
  'several-channels': { success1: 1, success3: 1 },
  'code-in-sentence': { success1: 0.97, success3: 0.97 },
  'number-not-code': { success1: 0.68, success3: 0.81 },
  'channel-word': { success1: 0.97, success3: 0.97 },
  'unknown-code': { success1: 1, success3: 1 },
  'unknown-name': { success1: 0.86, success3: 0.86 },
  'latin-name': { success1: 0.93, success3: 0.97 },
  'english-screen': { success1: 0.96, success3: 0.96 },
  symptom: { success1: 0.68, success3: 0.84 },
  prefix: { success1: 0.97, success3: 0.97 },
  'mid-word': { success1: 0.95, success3: 0.95 },
  title: { success1: 0.93, success3: 0.93 },
  'pinyin-full': { success1: 0.96, success3: 0.96 },
  'pinyin-initials': { success1: 0.95, success3: 0.95 },
  'pinyin-partial': { success1: 0.93, success3: 0.93 },
  'pinyin-mixed': { success1: 0.89, success3: 0.94 },
  homophone: { success1: 0.95, success3: 0.95 },
  'one-edit': { success1: 0.96, success3: 0.96 },
  traditional: { success1: 0.95, success3: 0.95 },
  'full-width': { success1: 0.93, success3: 0.93 },
  obfuscated: { success1: 0.86, success3: 0.95 },
  synonym: { success1: 0.96, success3: 0.96 },
  'multi-word': { success1: 0.95, success3: 0.95 },
  noise: { success1: 0.95, success3: 0.95 },
  line: { success1: 0.92, success3: 0.96 },
  guide: { success1: 0.86, success3: 0.94 },
};

/** Success@1 over all kinds of the held-out split: what tuning to the other split must not buy. */
export const HELD_OUT_FLOOR = 0.95;
