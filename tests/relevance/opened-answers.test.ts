// What the page opens as an answer, with the verdicts on the money and on another try: a wrong one there costs money, a right one
// that is only listed costs a tap. All sets of judgements together, by counts alone, as parts of them nobody has looked at.

import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../src/index/indexed-document.ts';
import type { SearchEngine } from '../../src/query/search-engine.ts';
import { openContentEngine } from './content-engine.ts';
import { BLIND_SETS, FAR_WORDS } from './floors.ts';
import { readJudgements } from './table.ts';

/** Sets that were new when the limits of what opens stood, with how many of what opens may mislead: on them it was more. */
const NEWER: Readonly<Record<string, number>> = {
  'contested-words.ndjson': 2,
  'short-words.ndjson': 2,
  'spoken-words.ndjson': 0,
};
/** Sentences as they are dictated: what is said beside the matter stands in no name, so most of them are listed. */
const SPOKEN = 'spoken-words.ndjson';

interface FirstHit {
  readonly file: string;
  readonly sure: boolean;
  readonly right: boolean;
  /** It says that nothing was paid, or that one may try again, and nothing that helps says so. */
  readonly misleading: boolean;
}

/** The first hits that were found by their text and have verdicts. */
function firstHits(engine: SearchEngine, files: readonly string[]): FirstHit[] {
  return files.flatMap((file) =>
    readJudgements(file).flatMap(({ query, line, accept }) => {
      const { hits, sure } = engine.search(query, { line, limit: 10 });
      const first = hits[0];
      if (first?.match !== 'text' || first.document.money === '') return [];
      const right = accept.includes(first.document.id);
      const helpful = accept.flatMap((id) => engine.summary(id) ?? []);
      return [{ file, sure, right, misleading: !right && isMoreLenient(first.document, helpful) }];
    }),
  );
}

function isMoreLenient(shown: DocumentSummary, helpful: readonly DocumentSummary[]): boolean {
  const unpaid = ({ money }: DocumentSummary) => money === 'not-charged' || money === 'not-applicable';
  const again = ({ retry }: DocumentSummary) => retry === 'yes';
  return (unpaid(shown) && !helpful.some(unpaid)) || (again(shown) && !helpful.some(again));
}

function summaryOf(hits: readonly FirstHit[], sure: boolean): string {
  const some = hits.filter((hit) => hit.sure === sure);
  const right = some.filter((hit) => hit.right).length;
  const misleading = some.filter((hit) => hit.misleading).length;
  return `${sure ? 'opened' : 'listed'}: ${some.length}, ${right} right, ${misleading} misleading`;
}

describe('answers that are opened', () => {
  let hits: FirstHit[];
  let far: FirstHit[];
  const share = (of: readonly FirstHit[], is: (hit: FirstHit) => boolean) => of.filter(is).length / of.length;

  beforeAll(async () => {
    const engine = await openContentEngine();
    hits = firstHits(engine, ['judgements.ndjson', ...BLIND_SETS.map(({ file }) => file)]);
    far = firstHits(engine, [FAR_WORDS.file]);
    for (const [where, some] of [['', hits] as const, ['far words, ', far] as const]) {
      for (const sure of [true, false]) console.log(`${where}${summaryOf(some, sure)}`);
    }
  });

  it('are right, and the few wrong ones seldom say that one may try again', () => {
    const opened = hits.filter(({ sure }) => sure);
    expect(opened.length).toBeGreaterThan(450);
    expect(share(opened, ({ right }) => right)).toBeGreaterThanOrEqual(0.94);
    const misleading = opened.filter((hit) => hit.misleading);
    expect(misleading.filter(({ file }) => NEWER[file] === undefined).length).toBeLessThanOrEqual(5);
    for (const [name, most] of Object.entries(NEWER)) {
      expect(opened.filter(({ file }) => file === name).length).toBeGreaterThan(10);
      expect(misleading.filter(({ file }) => file === name).length).toBeLessThanOrEqual(most);
    }
  });

  it('are right less often far from the names, and mislead seldom there too', () => {
    const opened = far.filter(({ sure }) => sure);
    expect(opened.length).toBeGreaterThan(600);
    expect(share(opened, ({ right }) => right)).toBeGreaterThanOrEqual(0.72);
    expect(share(opened, ({ misleading }) => misleading)).toBeLessThanOrEqual(0.05);
    const listed = far.filter(({ sure }) => !sure);
    expect(share(listed, ({ misleading }) => misleading)).toBeGreaterThan(
      2 * share(opened, ({ misleading }) => misleading),
    );
  });

  it('are most of the right ones where the query is typed, and fewer than half of the wrong ones', () => {
    expect(
      share(
        hits.filter(({ right, file }) => right && file !== SPOKEN),
        ({ sure }) => sure,
      ),
    ).toBeGreaterThanOrEqual(0.91);
    expect(
      share(
        hits.filter(({ right }) => !right),
        ({ sure }) => sure,
      ),
    ).toBeLessThan(0.5);
  });
});
