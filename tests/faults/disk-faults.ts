// Files of the browser damaged on disk while it does not run.

import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultRow, Outcome } from './fault-row.ts';
import type { FaultScene } from './fault-scene.ts';

type Harm = 'flip' | 'truncate' | 'delete';

/** Every file below a folder of the profile whose name matches. */
function harmFiles(scene: FaultScene, folder: string, name: RegExp, harm: Harm): void {
  const root = join(scene.browser.profile, 'Default', folder);
  if (!existsSync(root)) throw new Error(`the browser has no ${folder}`);
  let count = 0;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !name.test(entry.name) || statSync(path).size === 0) continue;
    count++;
    if (harm === 'delete') rmSync(path);
    else if (harm === 'truncate')
      writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size >> 1));
    else {
      const bytes = readFileSync(path);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 255, bytes.length >> 1);
      writeFileSync(path, bytes);
    }
  }
  if (count === 0) throw new Error(`no file in ${folder} matches ${name}`);
}

const SAFE: readonly Outcome[] = ['last resort', 'boot page', 'safe procedure', 'v1'];
/** Where the browser has lost the worker itself, nothing of ours can answer. */
const FORGOTTEN: readonly Outcome[] = ['nothing', ...SAFE];

const CACHE = 'Service Worker/CacheStorage';
const SCRIPTS = 'Service Worker/ScriptCache';

type Disk = readonly [
  name: string,
  folder: string,
  file: RegExp,
  harm: Harm,
  expected: readonly Outcome[],
  core?: 'core',
];

const DISK: readonly Disk[] = [
  ['a byte flipped in every cached file', CACHE, /_0$/, 'flip', SAFE, 'core'],
  ['every cached file cut in half', CACHE, /_0$/, 'truncate', SAFE],
  ['every cached file deleted', CACHE, /_0$/, 'delete', SAFE],
  ['the index of the cache deleted', CACHE, /^index\.txt$|^the-real-index$/, 'delete', SAFE],
  ['the index of the cache flipped', CACHE, /^index\.txt$|^the-real-index$/, 'flip', SAFE],
  ['the stored worker flipped', SCRIPTS, /_0$/, 'flip', FORGOTTEN],
  ['the stored worker deleted', SCRIPTS, /_0$/, 'delete', FORGOTTEN],
  ['the list of workers deleted', 'Service Worker/Database', /./, 'delete', FORGOTTEN],
  ['the list of workers flipped', 'Service Worker/Database', /\.log$|\.ldb$|MANIFEST/, 'flip', FORGOTTEN],
  ['the journal flipped', 'IndexedDB', /\.log$|\.ldb$|MANIFEST/, 'flip', ['v1']],
  ['the journal deleted', 'IndexedDB', /./, 'delete', ['v1']],
];

export const DISK_ROWS: readonly FaultRow[] = DISK.map(([name, folder, file, harm, expected, core]) => ({
  name,
  where: 'disk',
  how: `${harm} ${folder} ${file.source}`,
  from: 'installed',
  expected,
  ownBrowser: true,
  ...(folder === 'IndexedDB' && { journalLost: true }),
  ...(folder === CACHE && { silent: true }),
  ...(core && { core: true }),
  inject: async (scene) => {
    await scene.browser.stop();
    harmFiles(scene, folder, file, harm);
    await scene.startBrowser();
  },
}));
