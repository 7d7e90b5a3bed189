// The dependency rule of README.md, executed: layers, cycles, sizes, and what pure code must not touch. A new folder, or a
// new edge between folders, has to be entered here on purpose.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const ALL_BUT_PAGE = ['base', 'analysis', 'bundle', 'index', 'query', 'compile', 'load', 'serve'];

/** Layer → the layers that it may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  base: [],
  analysis: ['base'],
  bundle: ['base'],
  index: ['base', 'analysis'],
  query: ['base', 'analysis', 'index'],
  compile: ['base', 'analysis', 'bundle', 'index'],
  journal: ['base', 'bundle'],
  load: ['base', 'bundle', 'index', 'query'],
  render: ['base', 'bundle', 'load', 'journal'],
  serve: ['base', 'bundle'],
  command: ALL_BUT_PAGE,
  sw: ['base', 'bundle'],
};

const PURE = ['base', 'analysis', 'bundle', 'index', 'query'];
const MOST_LINES = 300;

interface SourceFile {
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  /** Without comments, and strings blanked: what is left is code. */
  readonly code: string;
  /** Paths of the files of this project that it imports, types included. */
  readonly imports: readonly string[];
}

const files = ['src', 'sw'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(join(folder, name))),
);

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*$/gm, '$1');
  const targets = [...withoutComments.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return {
    path,
    layer: path.startsWith('sw') ? 'sw' : (path.split('/')[1] ?? ''),
    text,
    code: withoutComments.replace(/'[^'\n]*'|"[^"\n]*"/g, "''"),
    imports: targets.map((target) => relative(ROOT, resolve(ROOT, dirname(path), target))),
  };
}

function offenders(pattern: RegExp, where: (file: SourceFile) => boolean): string[] {
  return files.filter((file) => where(file) && pattern.test(file.code)).map((file) => file.path);
}

test('the checks look at files, and every layer has some', () => {
  expect(files.length).toBeGreaterThan(50);
  expect([...new Set(files.map((file) => file.layer))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(files.length);
});

test('every import names a file that exists, by its full name', () => {
  const missing = files.flatMap((file) =>
    file.imports
      .filter((target) => !existsSync(join(ROOT, target)) || !/\.\w+$/.test(target))
      .map((target) => `${file.path} -> ${target}`),
  );
  expect(missing).toEqual([]);
});

test('nothing exported gets another value later: the second script has a copy of it', () => {
  expect(offenders(/\bexport (?:let|var)\b/, () => true)).toEqual([]);
});

test('no import crosses layers against the rule', () => {
  const layers = new Map(files.map((file) => [file.path, file.layer]));
  const illegal = files.flatMap((file) =>
    file.imports
      .filter((target) => {
        const layer = layers.get(target);
        return layer !== undefined && layer !== file.layer && !MAY_IMPORT[file.layer]?.includes(layer);
      })
      .map((target) => `${file.path} -> ${target}`),
  );
  expect(illegal).toEqual([]);
});

test('nothing in src or sw imports from tests or content', () => {
  const outside = files.flatMap((file) =>
    file.imports
      .filter((target) => !/^(?:src|sw)\//.test(target))
      .map((target) => `${file.path} -> ${target}`),
  );
  expect(outside).toEqual([]);
});

test('there is no cycle of imports, types included', () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (trail.includes(path) || done.has(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  expect(cycles).toEqual([]);
});

test('no file only passes on what others export', () => {
  const barrels = files.filter(
    (file) =>
      /\bexport\b[^;]*\bfrom\b/.test(file.code) && !/\b(?:function|class|const|interface)\b/.test(file.code),
  );
  expect(barrels.map((file) => file.path)).toEqual([]);
});

test(`no source file is longer than ${MOST_LINES} lines`, () => {
  const long = files.map((file) => [file.path, file.text.trimEnd().split('\n').length] as const);
  expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
});

test('pure code knows no clock, no chance and no console', () => {
  const pattern =
    /\b(?:Date\.now|new Date|Math\.random|performance\.|console\.|process\.|setTimeout|fetch\()/;
  expect(offenders(pattern, (file) => PURE.includes(file.layer))).toEqual([]);
});

test('the page builds its screen from nodes, never from strings of HTML', () => {
  const pattern =
    /\b(?:innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write|eval\(|new Function)/;
  expect(offenders(pattern, () => true)).toEqual([]);
});

test('types are not talked out of their meaning', () => {
  const pattern = /\bas any\b|:\s*any\b|\bas unknown as\b/;
  expect(offenders(pattern, () => true)).toEqual([]);
  expect(
    files.filter((file) => /@ts-(?:ignore|expect-error|nocheck)/.test(file.text)).map((file) => file.path),
  ).toEqual([]);
});

test('nothing is left to be done', () => {
  expect(files.filter((file) => /\b(?:TODO|FIXME|XXX)\b/.test(file.text)).map((file) => file.path)).toEqual(
    [],
  );
});

test('the folder table of README lists exactly the folders of src, with the rule above', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain('| Folder |');
  const table = readme.slice(readme.indexOf('| Folder |')).split('\n\n')[0] ?? '';
  const rows = [...table.matchAll(/^\| *`(?:src\/)?([a-z]+)` *\|.*\|([^|]*)\|$/gm)];
  const listed = rows.map(([, name = '', allowed = '']) => [name, (allowed.match(/[a-z]+/g) ?? []).sort()]);
  const ruled = Object.entries(MAY_IMPORT).map(([name, allowed]) => [name, [...allowed].sort()]);
  expect(listed.sort()).toEqual(ruled.sort());
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect([...folders.map((folder) => folder.name), 'sw'].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});
