// The browser of the tests: the Chromium that comes with `npm ci`, unpacked once into node_modules/.cache. Unpacked by a
// process of its own into a folder of its own and then renamed, so that two test files at once cannot meet a half-written
// binary. Nothing else of the machine is needed: where it lacks a library, the package's own copies are used.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
const FOLDER = join(PROJECT, 'node_modules/.cache/chromium-147');

export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

let found: Chromium | undefined;

export function findChromium(): Chromium {
  found ??= unpack();
  return found;
}

function unpack(): Chromium {
  const executablePath = join(FOLDER, 'chromium');
  if (!existsSync(executablePath)) {
    const partial = `${FOLDER}.partial-${process.pid}`;
    mkdirSync(partial, { recursive: true });
    // The package unpacks into the folder for temporary files, and its libraries only where it believes to be in a lambda.
    const env = { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: PROJECT,
      env,
      stdio: 'inherit',
    });
    try {
      renameSync(partial, FOLDER);
    } catch {
      // Another process was faster.
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  if (spawnSync(executablePath, ['--version'], { env: inherited }).status === 0)
    return { executablePath, env: inherited };
  const libraries = [join(FOLDER, 'al2023/lib'), inherited.LD_LIBRARY_PATH ?? '']
    .filter((path) => path !== '')
    .join(':');
  return { executablePath, env: { ...inherited, LD_LIBRARY_PATH: libraries } };
}
