// The oldest engines to be served are Chromium 99 (old web views of Huawei, ArkWeb) and the Safari of iOS 15. The compiler
// lowers syntax to one step below them; it does not lower regular expressions, and it adds no missing method. A script with
// one of these does not start there at all: this was seen on WPE WebKit 2.38, which is of the age of iOS 16.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TestBuilds } from '../support/builds.ts';

const builds = new TestBuilds();
afterAll(() => builds.remove());

/** What a script may hold only where it asks first whether it is there, with the first engines that know it. */
const YOUNGER: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['lookbehind, Safari 16.4', /\(\?<[=!]/],
  ['toSorted and its like, Chromium 110, Safari 16', /\.to(?:Sorted|Reversed|Spliced)\(/],
  ['isWellFormed, Chromium 111', /\.(?:is|to)WellFormed\(/],
  ['groupBy, Chromium 117', /\b(?:Object|Map)\.groupBy\(/],
  [
    'iterator helpers, Chromium 122',
    /(?<!Object)\.(?:values|keys|entries|matchAll)\([^()]*\)\.(?:map|filter|some|every|find|reduce|forEach|toArray)\(/,
  ],
  ['set methods, Chromium 122', /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  ['withResolvers, Chromium 119', /Promise\.withResolvers/],
  ['fromAsync, Chromium 121', /Array\.fromAsync/],
  ['AbortSignal.timeout and any, Chromium 103 and 116', /AbortSignal\.(?:timeout|any)\(/],
  ['URL.canParse and parse, Chromium 120', /\bURL\.(?:canParse|parse)\(/],
  ['base64 of bytes, Chromium 140', /\.(?:toBase64|toHex)\(|\.from(?:Base64|Hex)\(/],
  ['regular expressions with the v flag, Chromium 112', /\/[gimsuy]*v[gimsuy]*\.(?:test|exec)\(/],
];

test('no built script needs an engine younger than the oldest that is served', async () => {
  const dist = await builds.current();
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThanOrEqual(4);
  const found = scripts.flatMap((name) => {
    const text = readFileSync(join(dist, name), 'utf8');
    return YOUNGER.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${name}: ${what}`);
  });
  expect(found).toEqual([]);
});

test('the compiler is told Chromium 98 or older, and Safari 16 or older', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/command/bundle-scripts.ts'), 'utf8');
  const versions = (engine: string) =>
    [...source.matchAll(new RegExp(`'${engine}(\\d+)`, 'g'))].map(([, version]) => Number(version));
  expect(versions('chrome').length).toBe(2);
  expect(Math.max(...versions('chrome'))).toBeLessThanOrEqual(98);
  expect(Math.max(...versions('safari'))).toBeLessThanOrEqual(16);
});
