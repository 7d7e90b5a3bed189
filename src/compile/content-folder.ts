// Which files content/ holds. Nothing is followed: a symbolic link, a device or a name outside the pattern is a problem,
// so no path can lead out of the folder and every name works as an address on every file system.
//
// Not articles and not problems: README.md at the top (for people who open the folder) and names that begin with a dot
// (what editors and operating systems leave behind).

import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleId, parseArticleId } from '../bundle/article.ts';
import { compareText, type ProblemLog } from './content-problem.ts';
import { SETTINGS_FILES } from './content-settings.ts';
import { nearestName } from './nearest-name.ts';
import { SourceFile } from './source-file.ts';
import { seenText, UNSEEN } from './unseen-characters.ts';

/** Of one file, in bytes. Longer texts are not read at the counter, and it bounds the work of every parser. */
export const MAX_FILE_BYTES = 200_000;

/** Folders within folders: ids have at most 8 parts. */
const MAX_DEPTH = 8;

export interface ContentFiles {
  /** Ascending by id. */
  readonly articles: readonly { readonly id: ArticleId; readonly source: SourceFile }[];
  readonly settings: ReadonlyMap<string, SourceFile>;
}

/** Reads every file below `folder`. Faults are in the log; only a folder that cannot be read at all throws. */
export async function readContentFolder(folder: string, log: ProblemLog): Promise<ContentFiles> {
  const articles: { id: ArticleId; source: SourceFile }[] = [];
  const settings = new Map<string, SourceFile>();

  async function walk(relative: string, depth: number): Promise<void> {
    const names = (await readdir(join(folder, relative))).sort(compareText);
    for (const name of names) {
      if (name.startsWith('.') || (relative === '' && name === 'README.md')) continue;
      const file = relative === '' ? name : `${relative}/${name}`;
      const place = { file, line: 1, column: 1, lineText: '' };
      const stats = await lstat(join(folder, file));
      const isLink = stats.isSymbolicLink();
      if (isLink || !(stats.isFile() || stats.isDirectory())) {
        const what = isLink
          ? 'a symbolic link: content must be in the folder itself'
          : 'neither a file nor a folder';
        log.error(place, 'not-a-file', { what, suggestion: isLink ? 'Copy the file here' : 'Remove it' });
        continue;
      }
      const refusal = refuseName(name, file, stats.isDirectory(), depth);
      if (refusal !== undefined) {
        log.error(place, 'file-name', refusal);
        continue;
      }
      if (stats.isDirectory()) {
        await walk(file, depth + 1);
        continue;
      }
      if (stats.size > MAX_FILE_BYTES) {
        const found = `${stats.size} bytes`;
        const expected = `at most ${MAX_FILE_BYTES} bytes`;
        log.error(place, 'file-too-large', {
          what: 'the file is too large',
          expected,
          found,
          suggestion: 'Split it',
        });
        continue;
      }
      const source = await readSource(join(folder, file), file, log);
      if (source === undefined) continue;
      const id = file.endsWith('.md') ? parseArticleId(file.slice(0, -'.md'.length)) : undefined;
      if (id === undefined) settings.set(file, source);
      else articles.push({ id, source });
    }
  }

  await walk('', 1);
  articles.sort((a, b) => compareText(a.id, b.id));
  return { articles, settings };
}

function refuseName(name: string, file: string, isFolder: boolean, depth: number) {
  const expected = 'lower-case letters, digits and - _ . between letters or digits';
  if (isFolder) {
    if (depth >= MAX_DEPTH)
      return { what: 'folders are nested too deep', expected: `at most ${MAX_DEPTH - 1}` };
    if (parseArticleId(file) !== undefined) return undefined;
    return {
      what: 'the folder cannot be part of an address',
      expected,
      found: name,
      suggestion: 'Rename it',
    };
  }
  const isSettings = SETTINGS_FILES.some((settings) => settings === file);
  if (isSettings || (name.endsWith('.md') && parseArticleId(file.slice(0, -'.md'.length)) !== undefined))
    return undefined;
  if (name.endsWith('.md')) {
    return {
      what: 'the name cannot be an address',
      expected: `${expected}, then .md`,
      found: name,
      suggestion: 'Rename it',
    };
  }
  const near = nearestName(name, SETTINGS_FILES);
  return {
    what: 'this file is not used',
    expected: `articles (*.md), and at the top ${SETTINGS_FILES.join(', ')}`,
    found: file,
    suggestion: near === undefined ? 'Move it out of the content folder' : `Did you mean ${near} at the top`,
  };
}

async function readSource(path: string, file: string, log: ProblemLog): Promise<SourceFile | undefined> {
  // O_NOFOLLOW: what was a file a moment ago may be a link now.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const bytes = await handle.readFile();
    const text = new TextDecoder('utf-8').decode(bytes);
    const written = new SourceFile(file, text);
    const refusal = refuseText(written, bytes);
    if (refusal !== undefined) {
      const { at, what } = refusal;
      log.error(written.place(at), 'not-utf-8', { what, suggestion: 'Save it as UTF-8' });
      return undefined;
    }
    const unseen = written.text.search(UNSEEN);
    if (unseen < 0) return written;
    const what = 'a character that is not seen or reorders others, read as a space';
    log.warning(written.place(unseen), 'control-character', { what, suggestion: 'Remove it' });
    return new SourceFile(file, seenText(text));
  } finally {
    await handle.close();
  }
}

function refuseText({ text }: SourceFile, bytes: Uint8Array): { at: number; what: string } | undefined {
  if (!isUtf8(bytes)) return { at: Math.max(0, text.indexOf('\ufffd')), what: 'the file is not UTF-8' };
  const at = text.indexOf('\0');
  return at < 0 ? undefined : { at, what: 'the file holds a NUL: it is not text' };
}
