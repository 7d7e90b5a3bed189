// npm run build -- [--content DIR] [--out DIR]

import { printProblem } from '../compile/content-problem.ts';
import { parseArguments, today } from './arguments.ts';
import { buildDist } from './build-dist.ts';
import { sizeTable } from './size-table.ts';

const USAGE = `npm run build -- [--content DIR] [--out DIR]

Compiles the content and the app into a folder for any static host.
  --content DIR   folder of Markdown (default: content)
  --out DIR       folder to replace (default: dist); untouched when there is a problem`;

const { values } = parseArguments(
  { options: { content: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist' } } },
  USAGE,
);
const started = performance.now();
const built = await buildDist({ content: values.content, out: values.out, today: today() });
if (built.ok) {
  console.log(sizeTable(built.value));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${built.value.articles} articles, bundle ${built.value.bundleId}, ${values.out}/ in ${seconds} s`,
  );
} else {
  console.error(built.problem.map(printProblem).join('\n\n'));
  console.error(`\n${values.out}/ was left as it is.`);
  process.exitCode = 1;
}
