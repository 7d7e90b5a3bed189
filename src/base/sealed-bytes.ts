// The envelope of every binary file of the bundle: what it is, which version of its format, how long, and a checksum.
// A reader refuses a file of another kind or version by name, and a truncated or altered one before reading a field.
//
//   offset  size  field
//   0       4     magic "POSR"
//   4       4     kind, four ASCII letters ("TIER", "BODY", "ARTS", …)
//   8       4     format version of that kind, u32 little endian
//   12      4     length of the payload in bytes, u32
//   16      4     checksum of the payload, u32: MurmurHash3_x86_32 with seed 0
//   20      …     payload

import { fail, ok, type Result } from './result.ts';

const MAGIC = 'POSR';
const HEADER = 20;

export interface SealProblem {
  readonly kind: 'damaged' | 'foreign' | 'format-unknown';
  /** What was expected and what was found, in English, for a log or a report. */
  readonly message: string;
}

/** `kind` is four ASCII letters; `version` 0 … 2^32 - 1. */
export function seal(kind: string, version: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(HEADER + payload.length);
  const view = new DataView(sealed.buffer);
  writeAscii(sealed, 0, MAGIC);
  writeAscii(sealed, 4, kind);
  view.setUint32(8, version, true);
  view.setUint32(12, payload.length, true);
  view.setUint32(16, murmur3(payload), true);
  sealed.set(payload, HEADER);
  return sealed;
}

/** The payload as a view into `sealed`, or why it must not be read. */
export function unseal(kind: string, version: number, sealed: Uint8Array): Result<Uint8Array, SealProblem> {
  const refuse = (problem: SealProblem['kind'], expected: string, found: string | number) =>
    fail({ kind: problem, message: `expected ${expected}, found ${found}` });
  if (sealed.length < HEADER) return refuse('damaged', `at least ${HEADER} bytes`, sealed.length);
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const payload = sealed.subarray(HEADER);
  if (readAscii(sealed, 0) !== MAGIC) return refuse('foreign', `a file that begins with ${MAGIC}`, 'another');
  const foundKind = readAscii(sealed, 4);
  if (foundKind !== kind) return refuse('foreign', `a ${kind} file`, foundKind);
  const foundVersion = view.getUint32(8, true);
  if (foundVersion !== version)
    return refuse('format-unknown', `format ${version} of ${kind}`, `format ${foundVersion}`);
  const length = view.getUint32(12, true);
  if (length !== payload.length) return refuse('damaged', `${length} bytes of ${kind}`, payload.length);
  const wanted = view.getUint32(16, true);
  const checksum = murmur3(payload);
  if (wanted !== checksum) return refuse('damaged', `${kind} with checksum ${wanted}`, checksum);
  return ok(payload);
}

/**
 * MurmurHash3_x86_32 (A. Appleby, smhasher, public domain), seed 0: four bytes a step, so that opening megabytes takes
 * a millisecond where CRC-32 by table takes ten. Every step is a bijection of state and of input: two texts that differ
 * within four bytes of one step never agree. Not against an adversary: that is what the hashes of the manifest are for.
 */
export function murmur3(bytes: Uint8Array): number {
  const whole = bytes.length & ~3;
  let hash = 0;
  // Typed arrays have the order of the processor: every one that a browser of today runs on has the lowest byte first.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice(0, whole);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, whole / 4);
  for (let i = 0; i < words.length; i++) {
    hash ^= scramble(words[i] ?? 0);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | (bytes[i] ?? 0);
  hash ^= scramble(tail) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

function writeAscii(bytes: Uint8Array, offset: number, text: string): void {
  for (let i = 0; i < 4; i++) bytes[offset + i] = text.charCodeAt(i);
}

function readAscii(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
