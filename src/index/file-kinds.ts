// The four kinds of index files, and what all of them begin with: the name of the analyzer. A file of another analyzer is
// refused by name, a damaged one with the place of the damage.

import { ANALYZER } from '../analysis/analyzer.ts';
import { ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type SealProblem, seal, unseal } from '../base/sealed-bytes.ts';

/** ROOT names the others; LEXI is readings, variants and synonyms; LOOK is tier 0 and BODY the body tier, by documents. */
export type FileKind = 'ROOT' | 'LEXI' | 'LOOK' | 'BODY';

/** 5: sealed with fxHash; synonyms that no document holds apart. */
export const INDEX_FORMAT = 5;

export interface EngineProblem {
  /** `other-build`: a good file of another index. `incomplete`: a file of this index is missing. */
  readonly kind: SealProblem['kind'] | 'analyzer-unknown' | 'other-build' | 'incomplete';
  /** What was expected and what was found, in English, for a log or a report. */
  readonly message: string;
}

export function sealIndexFile(
  kind: FileKind,
  write: (out: ByteWriter) => void,
  out: ByteWriter,
): Uint8Array<ArrayBuffer> {
  out.text(ANALYZER);
  write(out);
  return seal(kind, INDEX_FORMAT, out.finish());
}

/** Parses with `parse`, which may throw DamagedBytes; that is caught here and nowhere else. */
export function openIndexFile<View>(
  kind: FileKind,
  file: Uint8Array,
  parse: (input: ByteReader) => View,
): Result<View, EngineProblem> {
  const payload = unseal(kind, INDEX_FORMAT, file);
  if (!payload.ok) return payload;
  const input = new ByteReader(payload.value);
  try {
    const analyzer = input.text();
    if (analyzer !== ANALYZER) {
      return fail({
        kind: 'analyzer-unknown',
        message: `${kind}: expected analyzer ${ANALYZER}, found ${analyzer}`,
      });
    }
    const view = parse(input);
    if (input.remaining > 0) throw new DamagedBytes(`${input.remaining} bytes too many`, input.offset);
    return ok(view);
  } catch (error) {
    if (error instanceof DamagedBytes) return fail({ kind: 'damaged', message: `${kind}: ${error.message}` });
    throw error;
  }
}

/** The checksum in the seal: by it ROOT names its files. 0 for what is too short to have one. */
export function markOf(file: Uint8Array): number {
  if (file.length < 20) return 0;
  return new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(16, true);
}
