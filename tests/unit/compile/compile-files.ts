// Compiles a folder given as a record of files, and the parts that most tests repeat.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../../../src/base/result.ts';
import { type CompiledContent, compileContent } from '../../../src/compile/compile-content.ts';
import type { ContentProblem } from '../../../src/compile/content-problem.ts';

export const TODAY = '2026-11-22';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function withFolder<Value>(
  files: Files,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function compileFiles(
  files: Files,
  today = TODAY,
): Promise<Result<CompiledContent, readonly ContentProblem[]>> {
  return withFolder(files, (folder) => compileContent(folder, { today }));
}

/** Every problem, errors and warnings, as `file:line:column rule`. */
export async function problemsOf(files: Files, today = TODAY): Promise<string[]> {
  const result = await compileFiles(files, today);
  const problems = result.ok ? result.value.warnings : result.problem;
  return problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

/** The only article, or the one with this id; throws with the problems where there is none. */
export async function articleOf(files: Files, id?: string) {
  const result = await compileFiles(files);
  if (!result.ok) throw new Error(result.problem.map(({ message }) => message).join('\n'));
  const found =
    id === undefined ? result.value.articles[0] : result.value.articles.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
}

/** A guide with this body, which begins on line 4. */
export function guide(body: string, title = '标题'): string {
  return `---\ntitle: ${title}\n---\n${body}`;
}

const CODE_HEAD: Readonly<Record<string, string>> = {
  title: '发卡行没有应答',
  code: '"91"',
  summary: '多数没扣,也有少数已经扣了。',
  money: 'uncertain',
  moneyReason: '应答超时的时候可能已经扣款。',
  retry: 'check-first',
  customer: '我先查一下这笔有没有成功,请先不要再付一次。',
  agreement: 'agree',
  sources: '[S1]',
  reviewed: '2026-11-20',
  expires: '2027-11-20',
};

export const STEPS = '\n## 现在怎么做\n\n1. 先别再刷。\n2. 查末笔。\n';

/** A code article that has no problem beside what `head` and `body` bring; a key set to '' is left out. */
export function code(head: Readonly<Record<string, string>> = {}, body = STEPS): string {
  const keys = Object.entries({ ...CODE_HEAD, ...head }).filter(([, value]) => value !== '');
  return `---\n${keys.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n${body}`;
}

export const SOURCES = { 'sources.yaml': 'S1: { title: 应答码表 }\n' };

/** The line of a key in what `code` gives. */
export function lineOf(text: string, start: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
}
