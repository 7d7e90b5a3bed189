// Content of thousands of articles, made from the sentences of the shipped ones by a fixed seed, as Markdown: what a build
// makes of it weighs on a phone as that many real articles would.

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { articleText } from '../../src/bundle/article-text.ts';
import { CONTENT } from '../../src/command/project-paths.ts';
import { compileContent } from '../../src/compile/compile-content.ts';

const SENTENCES_EACH = 12;

/** Fills the new folder `folder` with the shipped content and `count` guides more. */
export async function writeManyArticles(folder: string, count: number, today: string): Promise<void> {
  const compiled = await compileContent(CONTENT, { today, lint: false });
  if (!compiled.ok) throw new Error('the content does not compile');
  const { articles } = compiled.value;
  const sentences = articles.flatMap((article) => articleText(article).split(/(?<=[。？])|\n/));
  const pick = fc.nat(sentences.length - 1);
  const picks = fc.sample(fc.array(pick, { minLength: SENTENCES_EACH, maxLength: SENTENCES_EACH }), {
    numRuns: count,
    seed: 7,
  });
  cpSync(CONTENT, folder, { recursive: true });
  for (const [i, chosen] of picks.entries()) {
    const title = `${articles[i % articles.length]?.title}${sentences[chosen[0] ?? 0]?.slice(0, 6)}`;
    const body = chosen.map((at) => escapeMarkdown(sentences[at] ?? '')).join('\n\n');
    const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`;
    writeFileSync(join(folder, `guides/n${String(i).padStart(5, '0')}.md`), text);
  }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
