// Arguments of the commands, by node:util parseArgs: an unknown one is refused by name, with the usage. The only place
// that ends a process for them.

import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The parsed arguments of this process, or the end of it with status 2 and a word on what was wrong. `usage` is the whole
 * help text; `--help` prints it and ends with status 0.
 */
export function parseArguments<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

/** Today by the local clock, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
