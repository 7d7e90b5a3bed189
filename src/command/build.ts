// npm run build -- [--content DIR] [--out DIR]

import { parseArguments } from './arguments.ts';
import { runBuild } from './run-build.ts';

const USAGE = `npm run build -- [--content DIR] [--out DIR]

Compiles the content and the app into a folder for any static host, and prints what it weighs.
  --content DIR   folder of Markdown (default: content)
  --out DIR       folder to replace as a whole (default: dist); untouched when there is a problem`;

const { values } = parseArguments(
  { options: { content: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist' } } },
  USAGE,
);
if (!(await runBuild({ ...values, table: true }))) process.exitCode = 1;
