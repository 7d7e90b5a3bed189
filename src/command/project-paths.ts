// Where things are, from anywhere the commands may be called.

import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');
export const CONTENT = join(PROJECT, 'content');
export const DIST = join(PROJECT, 'dist');

/** Everything that a build depends on. */
export const SOURCES: readonly string[] = [
  CONTENT,
  ...['src', 'sw', 'package.json', 'package-lock.json'].map((name) => join(PROJECT, name)),
];
