// npm run probe -- URL: the last step of every deployment.

import { parseArguments } from './arguments.ts';
import { probeSite } from './probe-site.ts';
import { releaseLine } from './release-line.ts';

const USAGE = `npm run probe -- URL

Looks at a deployment from outside: every file hashed, missing files 404, headers. Status 1 when something is wrong.`;

const { positionals } = parseArguments({ options: {}, allowPositionals: true }, USAGE);
const [address, ...more] = positionals;
if (address === undefined || more.length > 0 || !URL.canParse(address)) {
  console.error(USAGE);
  process.exit(2);
}
const { lines, entries } = await probeSite(address);
const wrong = lines.filter((line) => line.problem !== '');
for (const { what, problem } of wrong) console.log(`✘ ${what}: ${problem}`);
console.log(`${lines.length - wrong.length} in order, ${wrong.length} wrong`);
if (entries.length > 0) console.log(releaseLine(entries));
if (wrong.length > 0) process.exitCode = 1;
