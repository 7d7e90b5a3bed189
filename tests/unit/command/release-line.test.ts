import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { manifestText } from '../../../src/bundle/manifest-text.ts';
import { releaseLine } from '../../../src/command/release-line.ts';

const files = [
  { url: 'index.html', revision: 'r', integrity: 'sha256-QQ==', size: 10, transfer: 9 },
  { url: 'assets/b.bin', revision: null, integrity: 'sha256-Qg==', size: 200, transfer: 90 },
  { url: 'assets/Z.js', revision: null, integrity: 'sha256-Qw==', size: 3000, transfer: 900 },
];

test('the text of a release is one line for each file, by address, whatever the order of the list', () => {
  const text = 'assets/Z.js sha256-Qw==\nassets/b.bin sha256-Qg==\nindex.html sha256-QQ==\n';
  expect(manifestText(files)).toBe(text);
  expect(manifestText([...files].reverse())).toBe(text);
});

test('build and probe print its SHA-256, in the digits that a phone shows', () => {
  const hash = createHash('sha256').update(manifestText(files)).digest('hex');
  expect(releaseLine(files)).toBe(
    `manifest ${hash.slice(0, 16)}, 3 files, 3210 bytes: what a phone's line of proof calls 清单`,
  );
  expect(releaseLine(files)).not.toBe(releaseLine(files.slice(1)));
});
