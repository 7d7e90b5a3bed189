// Input that nobody types and everybody can paste. Nothing may freeze: the longest time of each, and the work counted in
// postings, which does not depend on the machine.

import { loadCorpus } from '../corpus.ts';
import { openOurs } from '../engines/ours.ts';
import type { HostileFigures } from '../results.ts';
import { median } from '../statistics.ts';
import { readBodies, readIndex } from '../work-folder.ts';
import type { Job } from '../worker.ts';

const REPEATS = 200;

export async function measureHostile({ folder, corpus, bodies }: Job): Promise<HostileFigures[]> {
  const engine = openOurs(readIndex(folder), readBodies(bodies));
  const { documents } = await loadCorpus(corpus);
  const inputs = hostileInputs(documents.map(({ title, body }) => `${title}\n${body}`));
  return inputs.map(([input, text]) => {
    const times: number[] = [];
    let work = 0;
    for (let i = 0; i < REPEATS; i++) {
      const start = performance.now();
      work = engine.search(text, { line: '', limit: 10 }).work;
      times.push(performance.now() - start);
    }
    const [firstMs = Number.NaN, ...repeated] = times;
    const medianMs = median(repeated);
    return { input, units: text.length, firstMs, medianMs, longestMs: Math.max(...repeated), work };
  });
}

function hostileInputs(texts: readonly string[]): [name: string, text: string][] {
  const all = texts.join('\n');
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return [
    ['50,000 characters of articles', all.slice(0, 50_000).padEnd(50_000, '卡')],
    ['a pasted article', longest],
    ['one character, 50,000 times', '的'.repeat(50_000)],
    ['50,000 letters without a blank', 'zhongguoyinhang'.repeat(3334).slice(0, 50_000)],
    ['1,000 initials with blanks', 'y e b z '.repeat(250)],
    ['5,000 brackets', '([{'.repeat(1667).slice(0, 5000)],
    ['lone surrogates', '\ud800\udc00\udfff\ud83d'.repeat(500)],
    ['combining marks', `e${'\u0301\u0300\u0323'.repeat(2000)}3`],
    ['emoji', '👩‍👩‍👧‍👦🏽‍🚒💳'.repeat(300)],
    ['right-to-left overrides', '\u202e\u2067余额\u2069\u202c'.repeat(500)],
    ['letters that NFKC makes longer', '\ufdfa'.repeat(3000)],
    ['commonest pairs in one query', commonestPairs(all)],
  ];
}

/** The worst that a query of the usual length can ask for: the longest posting lists of the corpus. */
function commonestPairs(text: string): string {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < Math.min(text.length, 2_000_000); i++) {
    const pair = text.slice(i, i + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted
    .slice(0, 40)
    .map(([pair]) => pair)
    .join(' ');
}
