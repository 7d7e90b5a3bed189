// A build with what there is to say about it, for the commands that build.

import { printProblem } from '../compile/content-problem.ts';
import { today } from './arguments.ts';
import { buildDist } from './build-dist.ts';
import { releaseLine } from './release-line.ts';
import { sizeTable } from './size-table.ts';

/** Prints sizes or problems; false when there was a problem, of content or of the project, and `out` was left as it was. */
export async function runBuild(options: {
  readonly content: string;
  readonly out: string;
  readonly table: boolean;
  readonly optimise?: boolean;
}): Promise<boolean> {
  const { content, out, table, optimise = true } = options;
  const started = performance.now();
  const built = await buildDist({ content, out, optimise, today: today() }).catch(orMessage);
  if (built === undefined) return false;
  if (!built.ok) {
    console.error(built.problem.map(printProblem).join('\n\n'));
    console.error(`\n${built.problem.length} problems; ${out} was left as it was.`);
    return false;
  }
  if (table) console.log(`${sizeTable(built.value)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${built.value.articles} articles, bundle ${built.value.bundleId}, ${out} in ${seconds} s`);
  console.log(releaseLine(built.value.precache));
  return true;
}

/** The bundler's and our own messages say where; a stack of the build would only hide them. */
function orMessage(error: unknown): undefined {
  console.error(error instanceof Error ? error.message : error);
}
