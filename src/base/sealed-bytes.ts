// The envelope of every binary file of the bundle: what it is, which version of its format, how long, and a checksum.
// A reader refuses a file of another kind or version by name, and a truncated or altered one before reading a field.
//
//   offset  size  field
//   0       4     magic "POSR"
//   4       4     kind, four ASCII letters ("TIER", "BODY", "ARTS", …)
//   8       4     format version of that kind, u32 little endian
//   12      4     length of the payload in bytes, u32
//   16      4     checksum of the payload, u32: fxHash
//   20      …     payload

import { fail, ok, type Result } from './result.ts';

const MAGIC = 'POSR';
const HEADER = 20;
/** 2^32 divided by the golden ratio. */
const FX = 0x9e3779b9;

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
  view.setUint32(16, fxHash(payload), true);
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
  const checksum = fxHash(payload);
  if (wanted !== checksum) return refuse('damaged', `${kind} with checksum ${wanted}`, checksum);
  return ok(payload);
}

/**
 * FxHash over 32-bit words, as in Firefox and the compiler of Rust (rustc-hash 1): hash = (rotl(hash, 5) ^ word) · 0x9e3779b9,
 * then once more with the bytes that are left over. A word takes so few steps because the first answer waits
 * until tier 0 is checked by code that no compiler has seen yet. Every step is a bijection of state and of word: two texts of one
 * length that differ within one word never agree. Not against an adversary: that is what the hashes of the manifest are for.
 */
export function fxHash(bytes: Uint8Array): number {
  const whole = bytes.length & ~3;
  // Typed arrays have the order of the processor: every one that a browser of today runs on has the lowest byte first.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice(0, whole);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, whole / 4);
  let hash = 0;
  for (let i = 0; i < words.length; i++)
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[i] ?? 0), FX);
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | (bytes[i] ?? 0);
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ tail, FX) >>> 0;
}

function writeAscii(bytes: Uint8Array, offset: number, text: string): void {
  for (let i = 0; i < 4; i++) bytes[offset + i] = text.charCodeAt(i);
}

function readAscii(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
