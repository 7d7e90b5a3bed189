// Reads a QR code out of a picture of the screen: ISO/IEC 18004 the other way round, and apart from what draws it. For upright
// pictures without damage: the checksums of the blocks are compared, nothing is corrected, so that a reader in the hand,
// which does correct, has its whole reserve left. Level L and bytes only, which is what the app draws.

/** One byte a pixel, 0 black to 255 white, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** By version, from 1: check bytes of each block, and blocks, at level L. */
const CHECK_BYTES = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
  19, 19, 20, 21, 22, 24, 25,
];
const LEVEL_L = 1;
const FINDER = 7;
/** Modules of white that must surround the code. */
const QUIET = 4;

type Grid = readonly (readonly boolean[])[];

/** The text; throws with the reason where it cannot be read as drawn. */
export function readQr(picture: GreyPicture): string {
  const grid = sample(picture);
  const version = (grid.length - 17) / 4;
  const mask = readMask(grid);
  const bytes = codewords(grid, version, mask);
  const data = dataOf(bytes, version);
  const bits = Array.from(data, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const countBits = version < 10 ? 8 : 16;
  if (bits.slice(0, 4) !== '0100') throw new Error(`not bytes: mode ${bits.slice(0, 4)}`);
  const count = Number.parseInt(bits.slice(4, 4 + countBits), 2);
  const text = Uint8Array.from({ length: count }, (_, i) =>
    Number.parseInt(bits.slice(4 + countBits + 8 * i, 12 + countBits + 8 * i), 2),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(text);
}

/** The modules, by the size of the finder pattern at the top left. */
function sample({ width, height, pixels }: GreyPicture): Grid {
  const isDark = (x: number, y: number) => (pixels[Math.floor(y) * width + Math.floor(x)] ?? 255) < 128;
  const columns = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: height }, (_, y) => y);
  const top = rows.find((y) => columns.some((x) => isDark(x, y))) ?? 0;
  const bottom = rows.findLast((y) => columns.some((x) => isDark(x, y))) ?? 0;
  const left = columns.find((x) => rows.some((y) => isDark(x, y))) ?? 0;
  const right = columns.findLast((x) => rows.some((y) => isDark(x, y))) ?? 0;
  const extent = right + 1 - left;
  const run = columns.slice(left).findIndex((x) => !isDark(x, top));
  // The screen rounds modules to pixels; sizes are four modules apart.
  const size = 4 * Math.round(((extent / run) * FINDER - 17) / 4) + 17;
  const module = extent / size;
  if (size < 21 || Math.abs(bottom + 1 - top - extent) > module / 2)
    throw new Error(`no code: ${size} modules`);
  const room = Math.min(left, top, width - 1 - right, height - 1 - bottom);
  if (room < (QUIET - 0.5) * module) throw new Error(`no quiet zone: ${(room / module).toFixed(1)} modules`);
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => isDark(left + (x + 0.5) * module, top + (y + 0.5) * module)),
  );
}

function readMask(grid: Grid): number {
  const places: [x: number, y: number][] = [
    ...Array.from({ length: 6 }, (_, i): [number, number] => [8, i]),
    [8, 7],
    [8, 8],
    [7, 8],
    ...Array.from({ length: 6 }, (_, i): [number, number] => [5 - i, 8]),
  ];
  const format = places.reduce((sum, [x, y], i) => sum | (Number(grid[y]?.[x]) << i), 0) ^ 0x5412;
  if (format >> 13 !== LEVEL_L) throw new Error(`not level L: ${format >> 13}`);
  return (format >> 10) & 7;
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, up and down in turns, around what is not data. */
function codewords(grid: Grid, version: number, mask: number): number[] {
  const size = grid.length;
  const bytes: number[] = [];
  let bits = 0;
  let byte = 0;
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (isFunction(x, y, size, version)) continue;
        byte = (byte << 1) | Number(grid[y]?.[x] !== MASKS[mask]?.(x, y));
        if (++bits % 8 === 0) {
          bytes.push(byte & 255);
          byte = 0;
        }
      }
    }
    isUp = !isUp;
  }
  return bytes;
}

function isFunction(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const centres = alignmentCentres(version, size);
  return centres.some((cx) =>
    centres.some((cy) => Math.abs(cx - x) <= 2 && Math.abs(cy - y) <= 2 && !isAtFinder(cx, cy, size)),
  );
}

function isAtFinder(x: number, y: number, size: number): boolean {
  const [near, far] = [6, size - 7];
  return (x === near && y === near) || (x === near && y === far) || (x === far && y === near);
}

function alignmentCentres(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step).reverse()];
}

/** The data bytes in order, out of blocks that were laid into one another. */
function dataOf(bytes: readonly number[], version: number): number[] {
  const blocks = BLOCKS[version - 1] ?? 0;
  const check = CHECK_BYTES[version - 1] ?? 0;
  const short = Math.floor(bytes.length / blocks) - check;
  const longFrom = blocks - (bytes.length % blocks);
  const data = Array.from({ length: blocks }, (): number[] => []);
  let at = 0;
  for (let i = 0; i <= short; i++)
    for (const [block, values] of data.entries())
      if (i < short || block >= longFrom) values.push(bytes[at++] ?? 0);
  for (const [block, values] of data.entries()) {
    const checks = Array.from({ length: check }, (_, i) => bytes[at + i * blocks + block] ?? 0);
    if (!isSound([...values, ...checks], check)) throw new Error(`block ${block} does not fit its checksum`);
  }
  return data.flat();
}

/** Reed and Solomon: the polynomial of a whole block is zero at the first powers of 2 in GF(256). */
function isSound(block: readonly number[], check: number): boolean {
  let root = 1;
  for (let i = 0; i < check; i++) {
    if (block.reduce((sum, value) => multiply(sum, root) ^ value, 0) !== 0) return false;
    root = multiply(root, 2);
  }
  return true;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}
