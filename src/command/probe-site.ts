// Looks at a deployment from outside, as a phone does: every file of the worker's list is fetched and hashed, the worker must be
// whole, a missing file must be a 404 that nobody remembers, and the headers must be those of the rules. Hosts and proxies that
// change bytes, answer missing files with a page or drop headers make an installation impossible, and nothing else tells.

import { Script } from 'node:vm';
import { HASHED_FOLDER, RESET_FILE, RESET_SCRIPT, SHELL_FILE, WORKER_FILE } from '../bundle/site.ts';
import {
  CACHE_HASHED,
  CACHE_MISSING,
  CACHE_REVALIDATED,
  CACHE_UNSTORED,
  SECURITY_HEADERS,
} from '../serve/headers.ts';
import { integrityOf } from './output-file.ts';
import type { PrecacheEntry } from './precache-list.ts';

export interface ProbeReport {
  readonly lines: readonly ProbeLine[];
  /** What the deployed worker installs; empty where it could not be had. */
  readonly entries: readonly PrecacheEntry[];
}

export interface ProbeLine {
  /** What was looked at. */
  readonly what: string;
  /** Empty when it is as it must be. */
  readonly problem: string;
}

const LIMIT_MS = 20_000;
/** Requests at the same time: a host must not take it for an attack. */
const LANES = 4;

/** `address` is the root of the deployment. Never rejects: what cannot be had is a problem of its line. */
export async function probeSite(address: string): Promise<ProbeReport> {
  const root = address.endsWith('/') ? address : `${address}/`;
  const worker = await get(new URL(WORKER_FILE, root));
  const failed = (problem: string) => ({ lines: [{ what: WORKER_FILE, problem }], entries: [] });
  if (worker.kind === 'failed') return failed(worker.reason);
  const script = new TextDecoder().decode(worker.bytes);
  const entries = precacheListOf(script);
  if (entries === undefined) return failed('holds no list of files');
  const files = await inLanes(entries, (entry) => probeFile(root, entry));
  const lines = [
    ...checked(WORKER_FILE, [
      ...syntaxProblems(script),
      ...typeProblems(WORKER_FILE, worker.headers),
      ...headerProblems(worker.headers),
      ...cacheProblems(worker.headers, CACHE_REVALIDATED),
    ]),
    ...files,
    await probeNamed(root, '', SHELL_FILE, CACHE_REVALIDATED),
    await probeNamed(root, RESET_FILE, RESET_FILE, CACHE_UNSTORED),
    await probeNamed(root, RESET_SCRIPT, RESET_SCRIPT, CACHE_UNSTORED),
    await probeMissing(root, `${HASHED_FOLDER}no-such-file-0000000000000000.js`),
    await probeMissing(root, 'no-such-page'),
    await probeMissing(root, 'no-such-file.json'),
  ].flat();
  return { lines, entries };
}

/** Nothing names the hash of a worker, but the build makes one of which no part parses (build-dist.ts). It is not run. */
function syntaxProblems(script: string): string[] {
  try {
    new Script(script);
    return [];
  } catch (error) {
    return [`is not the whole script, or no script: ${String(error)}`];
  }
}

/** The precache manifest out of a deployed worker, where the build put it as JSON. */
export function precacheListOf(worker: string): readonly PrecacheEntry[] | undefined {
  const start = worker.indexOf('[{"url":');
  const end = worker.indexOf('}]', start);
  if (start < 0 || end < 0) return undefined;
  try {
    const list: unknown = JSON.parse(worker.slice(start, end + 2));
    return Array.isArray(list) && list.length > 0 && list.every(isEntry) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is PrecacheEntry {
  const entry = value as Partial<Record<keyof PrecacheEntry, unknown>> | null;
  return (
    typeof entry?.url === 'string' && typeof entry.integrity === 'string' && typeof entry.size === 'number'
  );
}

async function probeFile(root: string, entry: PrecacheEntry): Promise<ProbeLine[]> {
  const answer = await get(new URL(entry.url, root));
  if (answer.kind === 'failed') return checked(entry.url, [answer.reason]);
  const { bytes, headers } = answer;
  const wanted = entry.url.startsWith(HASHED_FOLDER) ? CACHE_HASHED : CACHE_REVALIDATED;
  return checked(entry.url, [
    ...(integrityOf(bytes) === entry.integrity
      ? []
      : [
          `other bytes than built: ${bytes.length} of ${entry.size}, beginning ${JSON.stringify(textOf(bytes))}`,
        ]),
    ...(answer.redirected ? ['is redirected'] : []),
    ...(headers.get('vary')?.includes('*') ? ['Vary: * makes it impossible to store'] : []),
    ...typeProblems(entry.url, headers),
    ...headerProblems(headers),
    ...cacheProblems(headers, wanted),
  ]);
}

/** Something that is not installed; `file` is what stands behind `path`. */
async function probeNamed(root: string, path: string, file: string, cache: string): Promise<ProbeLine[]> {
  const answer = await get(new URL(path, root));
  const what = path === '' ? '/' : path;
  if (answer.kind === 'failed') return checked(what, [answer.reason]);
  return checked(what, [
    ...typeProblems(file, answer.headers),
    ...headerProblems(answer.headers),
    ...cacheProblems(answer.headers, cache),
  ]);
}

async function probeMissing(root: string, path: string): Promise<ProbeLine[]> {
  const answer = await get(new URL(path, root), [404]);
  const what = `${path} (missing)`;
  if (answer.kind === 'failed') return checked(what, [`expected 404, found: ${answer.reason}`]);
  return checked(what, [...headerProblems(answer.headers), ...cacheProblems(answer.headers, CACHE_MISSING)]);
}

function checked(what: string, problems: readonly string[]): ProbeLine[] {
  return problems.length === 0 ? [{ what, problem: '' }] : problems.map((problem) => ({ what, problem }));
}

/** With `nosniff` a browser uses none of these under another type. A file without an entry may have any. */
const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html\b/,
  js: /^(?:text|application)\/javascript\b/,
  css: /^text\/css\b/,
  webmanifest: /^application\/manifest\+json\b/,
  png: /^image\/png\b/,
  svg: /^image\/svg\+xml\b/,
};

function typeProblems(path: string, headers: Headers): string[] {
  const expected = TYPES[path.slice(path.lastIndexOf('.') + 1)];
  const found = headers.get('content-type') ?? 'none';
  return expected === undefined || expected.test(found)
    ? []
    : [`Content-Type: expected ${expected}, found ${found}`];
}

function headerProblems(headers: Headers): string[] {
  return SECURITY_HEADERS.flatMap(({ name, value }) => {
    const found = headers.get(name);
    return found === value
      ? []
      : [`${name}: expected ${JSON.stringify(value)}, found ${JSON.stringify(found)}`];
  });
}

/** Hosts write the same rule in several ways: compared word by word. */
function cacheProblems(headers: Headers, wanted: string): string[] {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .sort()
      .join(' ');
  const found = headers.get('cache-control') ?? '';
  return words(found) === words(wanted)
    ? []
    : [`Cache-Control: expected ${wanted}, found ${found || 'none'}`];
}

type Answer =
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'answered';
      readonly headers: Headers;
      readonly bytes: Uint8Array;
      readonly redirected: boolean;
    };

async function get(url: URL, statuses: readonly number[] = [200]): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!statuses.includes(response.status)) return { kind: 'failed', reason: `HTTP ${response.status}` };
    return { kind: 'answered', headers: response.headers, bytes, redirected: response.redirected };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return { kind: 'failed', reason: `${error instanceof Error ? error.message : String(error)}${cause}` };
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 40));
}

async function inLanes<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const left = items.entries();
  const lane = async () => {
    for (const [index, item] of left) values[index] = await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return values;
}
