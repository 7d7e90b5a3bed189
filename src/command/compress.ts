// Precompressed copies beside each file, so that any static host can send Brotli without doing the work again and again.

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OutputFile } from './output-file.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const OWN_CHOICE = 0;
/** Of a script a phone waits for every byte, and which blocks make it smallest only a trial can tell: some 100 bytes of 24 kB. */
const SCRIPT_BLOCKS = [OWN_CHOICE, 16];

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
  const blocks = file.path.endsWith('.js') ? SCRIPT_BLOCKS : [OWN_CHOICE];
  const [gzipped, ...brotlis] = await Promise.all([
    deflate(file.bytes, { level: 9 }),
    ...blocks.map((block) => toBrotli(file.bytes, block)),
  ]);
  const smallest = brotlis.reduce((best, other) => (other.length < best.length ? other : best));
  return { ...file, brotli: smallest, gzip: gzipped };
}

/** `block`: the largest input block as a power of two; 0 where the encoder shall choose. */
function toBrotli(bytes: Uint8Array, block = OWN_CHOICE): Promise<Uint8Array> {
  const quality = bytes.length > LARGE ? 9 : 11;
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGBLOCK]: block,
    },
  });
}
