// The commands for authors, as a shell sees them: exit code, standard output, standard error.

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { code, guide, SOURCES, withFolder } from '../compile/compile-files.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FAULTY = join(ROOT, 'tests/fixtures/content-faulty');

/** Runs `src/command/<name>.ts` in the root of the project. */
async function run(name: string, ...words: readonly string[]) {
  const options = { cwd: ROOT };
  const command = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', `src/command/${name}.ts`, ...words],
    options,
  );
  return command.then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code: status, stdout, stderr }) => ({ status, stdout, stderr }),
  );
}

describe('the check', () => {
  test('prints every problem with its place, and ends with status 1', async () => {
    const { status, stdout } = await run('check', '--content', FAULTY);
    expect(status).toBe(1);
    expect(stdout).toContain('codes/terminal/e3.md:3:7 error not-text');
    expect(stdout).toMatch(/\d+ errors, \d+ warnings in /);
  });

  test('prints errors as JSON and nothing else', async () => {
    const { status, stdout } = await run('check', '--content', FAULTY, '--json');
    const problems = JSON.parse(stdout) as Record<string, unknown>[];
    expect(status).toBe(1);
    expect(problems.length).toBeGreaterThan(20);
    expect(problems[0]).toEqual({
      file: 'codes/terminal/e3.md',
      line: 3,
      column: 7,
      rule: 'not-text',
      message: expect.any(String),
    });
  });

  test('of sound content ends with status 0, prints [] as JSON, and its coverage as a table', async () => {
    await withFolder({ ...SOURCES, 'codes/ums/3e.md': code(), 'a.md': guide('<b>') }, async (folder) => {
      expect(await run('check', '--content', folder, '--json')).toMatchObject({ status: 0, stdout: '[]\n' });
      const warned = await run('check', '--content', folder, '--json', '--warnings');
      expect(warned.status).toBe(0);
      expect(JSON.parse(warned.stdout)).toMatchObject([{ rule: 'raw-html' }]);
      const { stdout } = await run('check', '--content', folder, '--coverage');
      expect(stdout).toContain('| ums | 1 | 1 | 0 | 0 | 0 |');
    });
  });

  test('writes a JSON Schema for editors', async () => {
    await withFolder({}, async (folder) => {
      const file = join(folder, 'schema.json');
      expect((await run('check', '--schema', file)).status).toBe(0);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('anyOf');
    });
  });

  test('says in one line that a folder is not there, and refuses an unknown argument by name', async () => {
    const missing = await run('check', '--content', '/nowhere');
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('/nowhere');
    expect(missing.stderr).not.toContain('    at ');
    const unknown = await run('check', '--contnet', 'x');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('--contnet');
  });
});

describe('a new article', () => {
  test('is written once and never over another', async () => {
    await withFolder({}, async (folder) => {
      const words = ['code', 'terminal', 'E3', '--content', folder];
      expect((await run('new-article', ...words)).status).toBe(0);
      const file = join(folder, 'codes/terminal/e3.md');
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('code: "E3"');
      const again = await run('new-article', ...words);
      expect(again.status).toBe(1);
      expect(again.stderr).toContain('exists');
      expect(readFileSync(file, 'utf8')).toBe(text);
    });
  });

  test('is refused for an unknown channel or too few words', async () => {
    await withFolder({}, async (folder) => {
      const unknown = await run('new-article', 'code', 'wechatt', 'X', '--content', folder);
      expect(unknown).toMatchObject({ status: 1, stdout: '' });
      expect(unknown.stderr).toContain('wechat');
      expect((await run('new-article', 'code', 'terminal', '--content', folder)).status).toBe(1);
      expect(existsSync(join(folder, 'codes'))).toBe(false);
    });
  });
});
