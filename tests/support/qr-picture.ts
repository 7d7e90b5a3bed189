// What a screen shows, read by a machine: our own strict reader always, and a reader of the trade (`zbarimg`, Debian package
// zbar-tools) where the machine has it, which also gets pictures as a shaking hand takes them.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type GreyPicture, readQr } from './qr-reader.ts';

export const HAS_ZBAR = spawnSync('zbarimg', ['--version']).status === 0;
if (!HAS_ZBAR) console.warn('Skipped: QR codes read by zbarimg (apt-get install zbar-tools).');

/** The text in the code that `locator` draws. */
export async function readDrawnQr(page: Page, locator: Locator): Promise<string> {
  const png = await locator.screenshot();
  return readQr(await greyPicture(page, png));
}

/** Taken askew, dim and out of focus: `undefined` where the reader of the trade finds nothing. */
export async function readPhotographedQr(page: Page, locator: Locator): Promise<string | undefined> {
  const place = await locator.evaluate((code) => {
    const former = code.getAttribute('style') ?? '';
    code.setAttribute('style', 'transform: rotate(4deg) scale(0.9); filter: blur(0.8px) contrast(0.5)');
    return former;
  });
  const png = await page.screenshot();
  await locator.evaluate((code, style) => code.setAttribute('style', style), place);
  return readByZbar(png);
}

export function readByZbar(png: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pos-qr-'));
  const file = join(folder, 'code.png');
  writeFileSync(file, png);
  const run = spawnSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqr.enable', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? run.stdout.replace(/\n$/, '') : undefined;
}

/** The browser itself unpacks the picture. */
async function greyPicture(page: Page, png: Uint8Array): Promise<GreyPicture> {
  const { width, height, pixels } = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      const grey = Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 1] ?? 255);
      return { width: picture.width, height: picture.height, pixels: grey };
    },
    [...png],
  );
  return { width, height, pixels: Uint8Array.from(pixels) };
}
