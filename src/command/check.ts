// npm run check -- [--content DIR] [--json] [--warnings] [--coverage] [--schema FILE]

import { writeFile } from 'node:fs/promises';
import { compileContent } from '../compile/compile-content.ts';
import { type ContentProblem, printProblem, problemJson } from '../compile/content-problem.ts';
import { coverageOf, coverageTable } from '../compile/coverage.ts';
import { frontMatterJsonSchema } from '../compile/json-schema.ts';
import { parseArguments, today } from './arguments.ts';

const USAGE = `npm run check -- [--content DIR] [--json] [--warnings] [--coverage] [--schema FILE]

Looks for problems in the content and writes nothing. Ends with status 1 when there is an error.
  --content DIR   folder of Markdown (default: content)
  --json          the errors as a JSON array of {file, line, column, rule, message}
  --warnings      with --json, the warnings as well
  --coverage      what the content covers, by channel, as a table
  --schema FILE   writes a JSON Schema of the front matter for editors, and checks nothing`;

const { values } = parseArguments(
  {
    options: {
      content: { type: 'string', default: 'content' },
      json: { type: 'boolean', default: false },
      warnings: { type: 'boolean', default: false },
      coverage: { type: 'boolean', default: false },
      schema: { type: 'string' },
    },
  },
  USAGE,
);

if (values.schema === undefined) await check();
else await writeFile(values.schema, `${JSON.stringify(frontMatterJsonSchema(), null, 2)}\n`);

async function check(): Promise<void> {
  const result = await compileContent(values.content, { today: today() }).catch(unreadable);
  if (result === undefined) return;
  const problems = result.ok ? result.value.warnings : result.problem;
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) process.exitCode = 1;
  if (values.json)
    console.log(JSON.stringify((values.warnings ? problems : errors).map(problemJson), null, 2));
  else if (values.coverage && result.ok) console.log(coverageTable(coverageOf(result.value.articles)));
  else print(problems, errors.length);
}

function print(problems: readonly ContentProblem[], errors: number): void {
  for (const problem of problems) console.log(`${printProblem(problem)}\n`);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  console.log(
    `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')} in ${values.content}`,
  );
}

/** The folder is not there, or may not be read. */
function unreadable(error: unknown): undefined {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
  return undefined;
}
