// Chromium 109, the age of the web views in WeChat and on older phones: from npm, into the folder for temporary files and not
// into this project. What it cannot parse, they cannot either.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { TestBrowser } from '../support/browser.ts';
import type { Engine, EngineBrowser } from './engine.ts';

const PACKAGE = '@sparticuz/chromium@109.0.6';
const FOLDER = join(tmpdir(), 'pos-engine-chromium-109');
const PROGRAM = join(FOLDER, 'chromium');
const INSTALL = ['install', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE];

class OldChromium extends TestBrowser implements EngineBrowser {
  constructor(env: Record<string, string>) {
    super(() => ({ executablePath: PROGRAM, env }));
  }

  get version(): string {
    return this.context.browser()?.version() ?? '';
  }
}

/** False where the registry cannot be reached. */
function download(): boolean {
  if (existsSync(PROGRAM)) return true;
  mkdirSync(FOLDER, { recursive: true });
  if (spawnSync('npm', INSTALL, { cwd: FOLDER, stdio: 'inherit' }).status !== 0) return false;
  const packed = readFileSync(join(FOLDER, 'node_modules/@sparticuz/chromium/bin/chromium.br'));
  const partial = `${PROGRAM}.${process.pid}`;
  writeFileSync(partial, brotliDecompressSync(packed));
  chmodSync(partial, 0o755);
  renameSync(partial, PROGRAM);
  return true;
}

export const OLD_CHROMIUM: Engine = {
  id: 'chromium-109',
  name: 'Chromium 109',
  howToInstall: `npm ${INSTALL.join(' ')}`,
  keepsProfile: true,
  hasTabs: true,
  hasInitScripts: true,
  isChromium: true,
  isInstalled: download,
  prepare: async () => {
    const env = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return { newBrowser: () => new OldChromium(env), end: async () => undefined };
  },
};
