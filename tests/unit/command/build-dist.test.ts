import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { buildDist } from '../../../src/command/build-dist.ts';
import { precacheProblems } from '../../../src/command/precache-list.ts';
import { CONTENT } from '../../../src/command/project-paths.ts';

const TODAY = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'pos-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Path → hash of every file below. */
function hashes(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(names.map((path) => [path.slice(dir.length), hash(path)]));
}

test('twice the same content gives twice the same bytes', async () => {
  const outs = [join(folder, 'first'), join(folder, 'second')];
  for (const out of outs) expect((await buildDist({ content: CONTENT, out, today: TODAY })).ok).toBe(true);
  const [first = {}, second] = outs.map(hashes);
  expect(Object.keys(first).length).toBeGreaterThan(20);
  expect(second).toEqual(first);
}, 60_000);

test('index.html names its files by integrity and says nothing inline', () => {
  const html = readFileSync(join(folder, 'first/index.html'), 'utf8');
  expect(html).toMatch(/<html[^>]* data-bundle="[0-9a-f]{16}"/);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((match) => match[0]);
  expect(scripts.length).toBeGreaterThan(0);
  for (const tag of scripts)
    expect(tag).toMatch(/ crossorigin integrity="sha256-[^"]{44}" src="\.\/assets\//);
  expect(html).toMatch(/<link rel="stylesheet" crossorigin integrity="sha256-/);
  expect(html).toMatch(/<link rel="preload" as="fetch" crossorigin href="\.\/assets\/lookup-/);
  expect(html).not.toMatch(/<style|\bstyle=|\bon\w+=|<script[^>]*>[^<]/);
  expect(html).not.toMatch(/(?:src|href)="\//);
});

test.each(['sw.js', 'sw-retire.js'])(
  '%s cut short anywhere does not parse',
  (name) => {
    const worker = readFileSync(join(folder, 'first', name), 'utf8');
    const parses = (length: number) => {
      try {
        new Script(worker.slice(0, length));
        return true;
      } catch {
        return false;
      }
    };
    // Where a statement may end, at the last bytes, and a few hundred others.
    const step = Math.ceil(worker.length / 300);
    const lengths = Array.from({ length: worker.length - 1 }, (_, i) => i + 1).filter(
      (at) => /[;})\n]/.test(worker[at - 1] ?? '') || at > worker.length - 50 || at % step === 0,
    );
    expect(lengths.filter(parses)).toEqual([]);
    expect(parses(worker.length)).toBe(true);
  },
  60_000,
);

test('a content problem leaves the former build as it was, and nothing beside it', async () => {
  const content = join(folder, 'content');
  cpSync(CONTENT, content, { recursive: true });
  writeFileSync(join(content, 'guides/broken.md'), '---\ntitle: x\nunknownKey: y\n---\n');
  const out = join(folder, 'first');
  const before = hashes(out);
  const built = await buildDist({ content, out, today: TODAY });
  expect(built.ok ? [] : built.problem.map((problem) => problem.file)).toContain('guides/broken.md');
  expect(hashes(out)).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['content', 'first', 'second']);
});

test('a folder that no build has made is not replaced', async () => {
  const out = join(folder, 'precious');
  mkdirSync(out);
  writeFileSync(join(out, 'letter.txt'), 'x');
  await expect(buildDist({ content: CONTENT, out, today: TODAY, optimise: false })).rejects.toThrow(
    'not a former build',
  );
  expect(existsSync(join(out, 'letter.txt'))).toBe(true);
});

test('a list that lies about a file is refused', () => {
  const bytes = new TextEncoder().encode('let a = 1;');
  const files = [{ path: 'assets/a-0000000000000000.js', bytes }];
  const entry = {
    url: 'assets/a-0000000000000000.js',
    revision: null,
    integrity: 'sha256-wrong',
    size: 9,
    transfer: 9,
  };
  expect(precacheProblems([entry], files)).toHaveLength(3);
  expect(precacheProblems([{ ...entry, url: 'assets/b.js' }], files)).toEqual([
    'assets/b.js: is not deployed',
  ]);
  expect(precacheProblems([entry, entry], files)).toContain('a file is listed twice');
});
