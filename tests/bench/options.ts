// Arguments of `npm run bench`.

import { parseArguments } from '../../src/command/arguments.ts';
import { ENGINE_NAMES } from './engines.ts';

const USAGE = `npm run bench -- [options]

Compares the search of this project with libraries that do the same: index size, start, memory, latency, quality.

  --corpus FILE      {"title": …, "body": …} a line, .gz or not; without it the shipped content alone
  --sizes 1000,10000 how many documents of the file (default: 1000 and 10000, as far as it goes)
  --engines A,B      only these (default: ${ENGINE_NAMES.join(',')}); ours is always measured
  --quick            fewer rounds and less patience: minutes become seconds, figures become rough
  --browser          in Chromium as well: key press to results painted, offline cold start to first answer
  --browser-only     that and nothing else
  --markdown         tables as GitHub Markdown, for the README
  --json FILE        all figures
  --from A,B         no measurement: the tables of files that --json wrote`;

export interface BenchOptions {
  readonly corpus: string;
  readonly sizes: readonly number[];
  readonly engines: readonly string[];
  readonly quick: boolean;
  readonly browser: boolean;
  readonly nodeToo: boolean;
  readonly markdown: boolean;
  readonly json: string;
  readonly from: readonly string[];
}

/** Ends the process with status 2 where an option is wrong. */
export function readOptions(): BenchOptions {
  const { values } = parseArguments(
    {
      options: {
        corpus: { type: 'string', default: '' },
        sizes: { type: 'string', default: '' },
        engines: { type: 'string', default: ENGINE_NAMES.join(',') },
        quick: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'browser-only': { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
        json: { type: 'string', default: '' },
        from: { type: 'string', default: '' },
      },
    },
    USAGE,
  );
  const sizes = listOf(values.sizes).map(Number);
  const wrongSize = sizes.find((size) => !Number.isInteger(size) || size < 10);
  if (wrongSize !== undefined) refuse('--sizes wants whole numbers from 10 up, separated by commas');
  if (sizes.length > 0 && values.corpus === '') refuse('--sizes needs --corpus FILE');
  const asked = listOf(values.engines);
  const unknown = asked.find((name) => !ENGINE_NAMES.includes(name));
  if (unknown !== undefined) refuse(`no engine ${unknown}; there are ${ENGINE_NAMES.join(', ')}`);
  return {
    corpus: values.corpus,
    sizes,
    engines: ENGINE_NAMES.filter((name, i) => i === 0 || asked.includes(name)),
    quick: values.quick,
    browser: values.browser || values['browser-only'],
    nodeToo: !values['browser-only'],
    markdown: values.markdown,
    json: values.json,
    from: listOf(values.from),
  };
}

function listOf(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}

function refuse(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
