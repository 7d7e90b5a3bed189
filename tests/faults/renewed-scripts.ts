// A build whose scripts and style are other ones, as after a change of the program: same behaviour, other bytes, other names. An
// edit of the content alone would leave them as they are, and a lost one could be had from any version.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, integrityOf } from '../../src/command/output-file.ts';
import { precacheListOf } from '../../src/command/probe-site.ts';

type Change = (text: string, name: string) => string;

function appendComment(text: string): string {
  return `${text}\n/* renewed */\n`;
}

/** Changes the deployed files in `folder`. */
export function renewScripts(folder: string, change: Change = appendComment): void {
  const names = readdirSync(join(folder, 'assets')).filter((name) =>
    /^(?:app|counter|mend)-\w+\.(?:js|css)$/.test(name),
  );
  const renamed: (readonly [former: string, now: string])[] = [];
  for (const name of names) {
    const text = change(read(folder, `assets/${name}`), name);
    const now = name.replace(/-\w+\./, `-${contentHash(text)}.`);
    remove(folder, `assets/${name}`);
    writeFileSync(join(folder, 'assets', now), text);
    renamed.push([name, now]);
  }
  const html = renamed.reduce(
    (text, [former, now]) =>
      text.replace(
        new RegExp(`integrity="[^"]*" ((?:href|src)=")\\./assets/${former}`),
        `integrity="${integrityOf(bytesOf(folder, `assets/${now}`))}" $1./assets/${now}`,
      ),
    read(folder, 'index.html'),
  );
  const worker = read(folder, 'sw.js');
  const list = /\[\{"url":.*?\}\]/.exec(worker)?.[0] ?? '';
  replace(folder, 'index.html', html);
  const entries = precacheListOf(worker)?.map((entry) => {
    const url = replaceAll(entry.url, renamed);
    const bytes = bytesOf(folder, url);
    const revision = entry.revision === null ? null : contentHash(bytes);
    return { ...entry, url, revision, integrity: integrityOf(bytes), size: bytes.length };
  });
  replace(
    folder,
    'sw.js',
    worker.replace(list, () => JSON.stringify(entries)),
  );
}

function bytesOf(folder: string, path: string): Uint8Array {
  return readFileSync(join(folder, path));
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function replaceAll(text: string, names: readonly (readonly [former: string, now: string])[]): string {
  return names.reduce((result, [former, now]) => result.replaceAll(former, now), text);
}

function replace(folder: string, path: string, text: string): void {
  remove(folder, path);
  writeFileSync(join(folder, path), text);
}

/** The compressed copies too: they hold the former bytes. */
function remove(folder: string, path: string): void {
  for (const ending of ['', '.br', '.gz']) rmSync(join(folder, path + ending), { force: true });
}
