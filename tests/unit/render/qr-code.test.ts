// The codes of the library, read back by a reader that shares nothing with it, at sizes on both sides of where the format changes.

import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { type GreyPicture, readQr } from '../../support/qr-reader.ts';

/** As QrCode draws them, `scale` pixels a module. */
function picture(text: string, scale: number, border = 4): GreyPicture {
  const { data } = encode(text, { ecc: 'L', border });
  const width = data.length * scale;
  const pixels = Uint8Array.from({ length: width * width }, (_, i) =>
    data[Math.floor(i / width / scale)]?.[Math.floor((i % width) / scale)] ? 0 : 255,
  );
  return { width, height: width, pixels };
}

test.each([2, 20, 60, 150, 240, 330, 480])(
  'a code of %i characters says its text, Chinese included',
  (length) => {
    const text = `离线${'状况：a1；'.repeat(length)}`.slice(0, length);
    expect(readQr(picture(text, 2))).toBe(text);
  },
);

test('a code with a wrong module, or without its quiet zone, is not taken for read', () => {
  const good = picture('POS手册离线状况', 3);
  const pixels = good.pixels.slice();
  const [x, y] = [26 * 3, 26 * 3];
  for (let dy = 0; dy < 3; dy++)
    for (let dx = 0; dx < 3; dx++)
      pixels[(y + dy) * good.width + x + dx] = 255 - (pixels[(y + dy) * good.width + x + dx] ?? 0);
  expect(() => readQr({ ...good, pixels })).toThrow('checksum');
  expect(() => readQr(picture('POS手册离线状况', 3, 2))).toThrow('quiet zone');
});
