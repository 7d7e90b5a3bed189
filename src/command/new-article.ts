// npm run new -- code <channel> <code> [--content DIR]

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHANNELS } from '../bundle/article.ts';
import { addDays } from '../compile/calendar-date.ts';
import { articleIdOf, newCodeArticle } from '../compile/new-article.ts';
import { parseArguments, today } from './arguments.ts';

const USAGE = `npm run new -- code <channel> <code> [--content DIR]

Writes the frame of a new article; an existing one is never overwritten.
  <channel>       ${CHANNELS.join(', ')}
  <code>          as the screen shows it, such as E3
  --content DIR   folder of Markdown (default: content)`;

const { values, positionals } = parseArguments(
  { options: { content: { type: 'string', default: 'content' } }, allowPositionals: true },
  USAGE,
);
const problem = await writeArticle(values.content, positionals);
if (problem !== undefined) {
  console.error(`${problem}\n\n${USAGE}`);
  process.exitCode = 1;
}

/** What is in the way, or undefined when the file is written. */
async function writeArticle(
  content: string,
  [kind, name, code, ...rest]: readonly string[],
): Promise<string | undefined> {
  if (kind !== 'code' || name === undefined || code === undefined || rest.length > 0) {
    return 'Expected three words: code, a channel, and the code.';
  }
  const channel = CHANNELS.find((known) => known === name);
  if (channel === undefined) return `There is no channel ${name}: expected one of ${CHANNELS.join(', ')}.`;
  const id = articleIdOf(channel, code);
  if (id === undefined) {
    return `The code ${code} gives no file name: give a name in Latin letters or digits, then correct code: in the file.`;
  }
  const file = join(content, `${id}.md`);
  const reviewed = today();
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, newCodeArticle(code, reviewed, addDays(reviewed, 365)), { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return `${file} exists; it is left as it is.`;
    throw error;
  }
  console.log(`${file}\nFill in the empty keys; npm run check says what is missing.`);
  return undefined;
}
