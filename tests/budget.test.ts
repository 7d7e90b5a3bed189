// The budgets on dist/, as it was built, in bytes of Brotli. Never from timing. A budget that matches no file is an error.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { budgetSizes } from '../src/command/budgets.ts';
import { precacheProblems } from '../src/command/precache-list.ts';
import { precacheListOf } from '../src/command/probe-site.ts';
import { DIST } from '../src/command/project-paths.ts';

function readDist() {
  if (!existsSync(join(DIST, 'sw.js'))) throw new Error('there is no dist/: npm run build');
  const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1));
  const files = names.map((path) => {
    const compressed = join(DIST, `${path}.br`);
    return {
      path,
      bytes: readFileSync(join(DIST, path)),
      brotli: existsSync(compressed) ? readFileSync(compressed) : null,
      gzip: null,
    };
  });
  const precache = precacheListOf(readFileSync(join(DIST, 'sw.js'), 'utf8')) ?? [];
  return { bundleId: '', articles: 0, files, precache };
}

const dist = readDist();

test.each(budgetSizes(dist))('$name: $bytes of $limit bytes', ({ bytes, limit }) => {
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(limit);
});

test('the worker lists what is deployed, by its hash, in the order of importance', () => {
  expect(dist.precache.length).toBeGreaterThan(8);
  expect(precacheProblems(dist.precache, dist.files)).toEqual([]);
  expect(dist.precache[0]?.url).toBe('index.html');
  const order = [
    'index.html',
    'assets/app-',
    'assets/bundle-',
    'assets/lookup-',
    'assets/articles-',
    'assets/body-',
    'icons/',
  ];
  const places = order.map((prefix) => dist.precache.findIndex((entry) => entry.url.startsWith(prefix)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('everything that can be compressed is there in Brotli', () => {
  const plain = dist.files.filter(
    (file) => /\.(?:html|js|css|json|bin)$/.test(file.path) && file.brotli === null,
  );
  expect(plain.map((file) => file.path)).toEqual([]);
});
