// npm run screenshots: the pictures of the web manifest, from dist/, by a real browser. Run by hand after the look has changed;
// it needs a Chinese font (Debian: fonts-noto-cjk), and without one the pictures would show boxes.

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createStaticHandler, listen, portOf } from '../../src/serve/static-server.ts';
import { findChromium } from './chromium.ts';

const PROJECT = join(import.meta.dirname, '../..');
const FOLDER = join(PROJECT, 'src/render/shell/screenshots');

const PICTURES = [
  { name: 'home', hash: '', width: 360, height: 780, scale: 2 },
  { name: 'answer', hash: '#/?q=E3', width: 360, height: 780, scale: 2 },
  { name: 'wide', hash: '#/codes/unionpay/91', width: 1280, height: 800, scale: 1 },
] as const;

const server = await listen(createStaticHandler(join(PROJECT, 'dist')), 0);
if ('kind' in server) throw new Error(`no port to serve on: ${server.kind}`);
const { executablePath, env } = findChromium();
const browser = await chromium.launch({
  executablePath,
  env,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, hash, width, height, scale } of PICTURES) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(`http://localhost:${portOf(server)}/${hash}`);
  await page.waitForSelector('html[data-offline=ready]');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
  console.log(`${name}.png`);
}
await browser.close();
server.close();
server.closeAllConnections();
