// A file of the deployed folder while it is still in memory. The build holds all of them and writes at the end, so that
// nothing is written when anything fails.

import { createHash } from 'node:crypto';
import { HASHED_FOLDER } from '../bundle/site.ts';

export interface OutputFile {
  /** Relative to the deployed folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `assets/<name>-<16 hex digits of the SHA-256>.<extension>`. */
export function hashedFile(name: string, extension: string, bytes: Uint8Array): OutputFile {
  return { path: `${HASHED_FOLDER}${name}-${contentHash(bytes)}.${extension}`, bytes };
}

export function textFile(path: string, text: string): OutputFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** The first 16 hex digits of the SHA-256. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** For the `integrity` attribute and the precache manifest. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
