// The relevance set against the real engine over content/: floors per kind, and the set itself kept honest.

import { beforeAll, describe, expect, it } from 'vitest';
import { openContentEngine, searchWith } from './content-engine.ts';
import { BLIND_SETS, FAR_WORDS, FLOORS, HELD_OUT_FLOOR } from './floors.ts';
import { type Measurement, type Miss, measure, type Search, splitOf, total } from './measure.ts';
import { missLine, readJudgements, relevanceTable } from './table.ts';

const judgements = readJudgements('judgements.ndjson');
const blind = [...BLIND_SETS, FAR_WORDS].map((set) => ({ ...set, judgements: readJudgements(set.file) }));
const all = [...judgements, ...blind.flatMap((set) => set.judgements)];
const kinds = [...new Set(judgements.map(({ kind }) => kind))];

const MIN_JUDGEMENTS = 480;
const MIN_PER_KIND = 8;

describe('the relevance set', () => {
  it(`holds at least ${MIN_JUDGEMENTS} judgements, ${MIN_PER_KIND} of each kind`, () => {
    expect(judgements.length).toBeGreaterThanOrEqual(MIN_JUDGEMENTS);
    const few = kinds.filter((kind) => judgements.filter((one) => one.kind === kind).length < MIN_PER_KIND);
    expect(few).toEqual([]);
  });

  it('asks nothing twice', () => {
    const asked = all.map(({ query, line }) => `${query}\t${line}`);
    expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
  });

  it('is split by the hash of the query, both splits of each kind in use', () => {
    const moved = judgements.filter(({ query, split }) => split !== splitOf(query));
    expect(moved.map(({ query }) => `${query} is ${splitOf(query)}`)).toEqual([]);
    for (const kind of kinds) {
      const splits = new Set(judgements.filter((one) => one.kind === kind).map(({ split }) => split));
      expect([kind, splits.size]).toEqual([kind, 2]);
    }
  });

  it('has a floor for each kind and no floor besides', () => {
    expect(Object.keys(FLOORS).sort()).toEqual([...kinds].sort());
  });
});

describe('the engine over content/', () => {
  let measurement: Measurement;
  let search: Search;
  let unknownIds: string[];

  beforeAll(async () => {
    const engine = await openContentEngine();
    const ids = new Set(all.flatMap(({ accept, reject, present }) => [...accept, ...reject, ...present]));
    unknownIds = [...ids].filter((id) => engine.summary(id) === undefined);
    search = searchWith(engine);
    measurement = measure(judgements, search);
    console.log(`\n${relevanceTable(measurement)}\n`);
  });

  it('knows every article that a judgement names', () => {
    expect(unknownIds).toEqual([]);
  });

  it.each(kinds)('answers %s at least as often as its floor', (kind) => {
    const floor = FLOORS[kind] ?? { success1: 1, success3: 1 };
    const queries = judgements.filter((one) => one.kind === kind).length;
    const missed = measurement.misses.filter(({ judgement }) => judgement.kind === kind);
    const late = missed.filter(({ rank }) => rank === 0 || rank > 3);
    const detail = report(missed);
    expect((queries - missed.length) / queries, detail).toBeGreaterThanOrEqual(floor.success1);
    expect((queries - late.length) / queries, detail).toBeGreaterThanOrEqual(floor.success3);
  });

  it('answers queries that nobody tuned to', () => {
    const heldOut = total(measurement.figures, 'all', 'held-out');
    expect(heldOut.success1).toBeGreaterThanOrEqual(HELD_OUT_FLOOR);
  });

  it.each(blind)('answers what was asked in words that nobody had in mind: $file', (set) => {
    expect(set.judgements.length).toBe(set.queries);
    const { misses } = measure(set.judgements, search);
    const unknown = misses.filter(({ judgement }) => judgement.kind.startsWith('unknown'));
    expect(unknown.map(missLine)).toEqual([]);
    expect(1 - misses.length / set.queries).toBeGreaterThanOrEqual(set.floor);
  });
});

/** What misses in the tune split; of the held-out one only how many. */
function report(missed: readonly Miss[]): string {
  const shown = missed.filter(({ judgement }) => judgement.split === 'tune');
  return `${shown.map(missLine).join('\n')}\nand ${missed.length - shown.length} in the held-out split`;
}
