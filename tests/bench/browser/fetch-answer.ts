// Fetch → first answer in Chromium: the files of an index from a server on the same machine, uncompressed, into a page that
// has the engine's code already. Every run is a new browser with an empty profile.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TestBrowser } from '../../support/browser.ts';
import { FaultServer } from '../../support/fault-server.ts';
import type { IndexFile } from '../bench-engine.ts';
import { bundleEntry } from '../bundle-entry.ts';
import { type CorpusSource, loadCorpus } from '../corpus.ts';
import { isOfFirstTier } from '../engines/ours.ts';
import { loadEngine, OURS } from '../engines.ts';
import type { BrowserFigures } from '../results.ts';
import { median, percentile } from '../statistics.ts';
import { writeIndex } from '../work-folder.ts';
import type { FetchTimes } from './fetch-entry.ts';

/** Of the peers the fastest to load, the smallest, and the one of equal recall. */
const COMPARED = ['ours', 'flexsearch', 'scan'];
/** Of ours, what the page answers from while the rest is on its way. */
const FIRST_TIER = 'ours, tier 0 alone';
const QUERY = '银行';

export async function measureFetch(source: CorpusSource, runs: number): Promise<BrowserFigures[]> {
  console.error(`  browser: fetch → answer, ${source.name}`);
  const folder = mkdtempSync(join(tmpdir(), 'pos-bench-site-'));
  try {
    const names = await writeSite(folder, source);
    const times = new Map([...names.keys()].map((name) => [name, [] as FetchTimes[]]));
    const server = new FaultServer(folder);
    await server.start();
    for (let run = 0; run < runs; run++) {
      for (const [name, list] of times) list.push(await oneRun(server.origin, name, names.get(name) ?? []));
    }
    await server.stop();
    return [...times].map(([name, list]) => ({
      what: `fetch → answer, ${name}, ${source.name}`,
      throttle: 1,
      runs,
      medianMs: median(list.map(({ answered }) => answered)),
      longestMs: percentile(
        list.map(({ answered }) => answered),
        1,
      ),
      idleMs: median(list.map(({ fetched }) => fetched)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page with the code of all, and a folder of files for each. Resolves to the names of the files. */
async function writeSite(folder: string, source: CorpusSource): Promise<Map<string, string[]>> {
  const corpus = await loadCorpus(source);
  const names = new Map<string, string[]>();
  const write = (name: string, files: readonly IndexFile[]) => {
    writeIndex(join(folder, name), files);
    names.set(
      name,
      files.map((file) => file.name),
    );
  };
  for (const name of COMPARED) {
    const files = await (await loadEngine(name)).build(corpus);
    write(name, files);
    if (name === OURS) write(FIRST_TIER, files.filter(isOfFirstTier));
  }
  const entry = join(import.meta.dirname, 'fetch-entry.ts');
  writeFileSync(join(folder, 'page.js'), await bundleEntry(entry));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="page.js"></script><p>bench</p>',
  );
  return names;
}

async function oneRun(origin: string, engine: string, files: readonly string[]): Promise<FetchTimes> {
  const browser = new TestBrowser();
  try {
    const page = await browser.start();
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => 'fetchAndAnswer' in globalThis);
    return await page.evaluate(([name, list, query]) => globalThis.fetchAndAnswer(name, list, query), [
      engine,
      files,
      QUERY,
    ] as const);
  } finally {
    await browser.remove();
  }
}

declare global {
  var fetchAndAnswer: (name: string, files: readonly string[], query: string) => Promise<FetchTimes>;
}
