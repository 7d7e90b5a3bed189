// The text of a problem is what authors see of the compiler. To take over new wording: run this file with `-u`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../../src/compile/compile-content.ts';
import {
  type ContentProblem,
  ProblemLog,
  printProblem,
  problemJson,
} from '../../../src/compile/content-problem.ts';
import { TODAY } from './compile-files.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/content-faulty');

async function problems(): Promise<readonly ContentProblem[]> {
  const result = await compileContent(FOLDER, { today: TODAY });
  return result.ok ? [] : result.problem;
}

describe('the problems of a faulty folder', () => {
  test('are printed with their place, the line and what to do', async () => {
    const printed = (await problems()).map(printProblem).join('\n\n');
    await expect(`${printed}\n`).toMatchFileSnapshot('../../fixtures/content-faulty.txt');
  });

  test('stand where they say', async () => {
    for (const { file, line, column, lineText } of await problems()) {
      const found = readFileSync(join(FOLDER, file), 'utf8').split('\n')[line - 1];
      expect(found).toBe(lineText);
      expect(column).toBeLessThanOrEqual(lineText.length + 1);
    }
  });

  test('are five fields each as JSON', async () => {
    for (const problem of await problems()) {
      expect(Object.keys(problemJson(problem))).toEqual(['file', 'line', 'column', 'rule', 'message']);
      expect(problem.rule).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
      expect(problem.message).toMatch(/[.?]$/);
    }
  });
});

describe('a printed problem', () => {
  const at = (column: number, lineText: string) => {
    const log = new ProblemLog();
    log.error({ file: 'a.md', line: 7, column, lineText }, 'rule', {
      what: 'wrong',
      expected: 'x',
      found: 'y',
    });
    return log.sorted().map(printProblem).join('\n').split('\n').slice(1);
  };

  test('has its caret under the place, Han characters two columns wide', () => {
    expect(at(3, '先查b后刷')).toEqual(['  wrong: expected x, found y.', '  7 | 先查b后刷', '    |     ^']);
  });

  test('shows a window of a long line', () => {
    const [, line = '', caret = ''] = at(5001, `${'a'.repeat(5000)}b${'c'.repeat(5000)}`);
    expect(line.length).toBeLessThan(120);
    expect(line[caret.indexOf('^')]).toBe('b');
  });

  test('of a file with too many is one of 61', () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 500; line++)
      log.error({ file: 'a.md', line, column: 1, lineText: '' }, 'rule', { what: 'x' });
    expect(log.sorted()).toHaveLength(61);
    expect(log.sorted().at(-1)?.rule).toBe('too-many-problems');
  });
});
