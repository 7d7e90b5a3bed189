import { expect, test } from 'vitest';
import { fetchLimit, precacheFiles } from '../../../sw/precache-manifest.ts';

const entry = { integrity: 'sha256-x', size: 1, transfer: 1 };

test('a hashed file has one key in every version, a named file one for each revision', () => {
  const [hashed, named] = precacheFiles(
    [
      { url: 'assets/a-0.js', revision: null, ...entry },
      { url: 'index.html', revision: 'abc', ...entry },
    ],
    'https://pos.example/shop/',
  );
  expect(hashed?.key).toBe('https://pos.example/shop/assets/a-0.js');
  expect(named?.href).toBe('https://pos.example/shop/index.html');
  expect(named?.key).toBe('https://pos.example/shop/index.html?__WB_REVISION__=abc');
});

test('the largest file may take as long as a line of 2 kB/s needs, well below the five minutes of a browser', () => {
  expect(fetchLimit(0)).toBe(20_000);
  expect(fetchLimit(256_000)).toBe(148_000);
});
