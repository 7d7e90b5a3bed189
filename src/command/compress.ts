// Precompressed copies beside each file, so that any static host can send Brotli without doing the work again and again.

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OutputFile } from './output-file.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Images are compressed already. */
const COMPRESSIBLE = /\.(?:html|js|css|json|bin|svg|webmanifest|txt)$/;
/** Above this size the last steps of quality cost seconds and win next to nothing. */
const LARGE = 1_000_000;

export interface CompressedFile extends OutputFile {
  /** Null where compression makes no sense. */
  readonly brotli: Uint8Array | null;
  readonly gzip: Uint8Array | null;
}

export function compressAll(files: readonly OutputFile[]): Promise<CompressedFile[]> {
  return Promise.all(files.map(compressFile));
}

/** Bytes of `bytes` in Brotli, as the budgets count them. */
export async function brotliSize(bytes: Uint8Array): Promise<number> {
  return (await toBrotli(bytes)).length;
}

async function compressFile(file: OutputFile): Promise<CompressedFile> {
  if (!COMPRESSIBLE.test(file.path)) return { ...file, brotli: null, gzip: null };
  const [small, medium] = await Promise.all([toBrotli(file.bytes), deflate(file.bytes, { level: 9 })]);
  return { ...file, brotli: small, gzip: medium };
}

function toBrotli(bytes: Uint8Array): Promise<Uint8Array> {
  const quality = bytes.length > LARGE ? 9 : 11;
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
