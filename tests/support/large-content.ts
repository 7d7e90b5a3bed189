// Content that makes a large bundle: the shipped articles, and guides from their sentences by a fixed seed.

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from '../../src/bundle/article-text.ts';
import { CONTENT } from '../../src/command/project-paths.ts';
import { compileContent } from '../../src/compile/compile-content.ts';

const SENTENCES_EACH = 40;
/** Numerical Recipes' generator: only a choice that is the same on every machine is asked of it. */
const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;

/** One guide among many, to edit. */
export const LARGE_ARTICLE = 'guides/n0100';

/** More than the shipped content: then there are over sixty files to store. */
const GUIDES = 1000;

/** Writes `folder`. */
export async function writeLargeContent(folder: string): Promise<void> {
  const compiled = await compileContent(CONTENT, { today: '2026-11-22', lint: false });
  if (!compiled.ok) throw new Error('the content does not compile');
  const sentences = compiled.value.articles
    .flatMap((article) => articleText(article).split(/(?<=[。？])|\n/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /^\p{Script=Han}{3}/u.test(sentence));
  cpSync(CONTENT, folder, { recursive: true });
  let state = 7;
  const pick = () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return sentences[Math.floor((state / 2 ** 32) * sentences.length)];
  };
  for (let i = 0; i < GUIDES; i++) {
    const name = `n${String(i).padStart(4, '0')}`;
    const body = Array.from({ length: SENTENCES_EACH }, pick).join('\n\n');
    writeFileSync(join(folder, 'guides', `${name}.md`), `---\ntitle: 札记${name}\n---\n\n${body}\n`);
  }
}
