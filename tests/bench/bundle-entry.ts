// A script of the benchmark for a page, by the bundler of the app. As a module, because FlexSearch refers to import.meta.

import { build } from 'vite';

/** Throws where the bundler makes anything but one script of it. */
export async function bundleEntry(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const first = Array.isArray(built) ? built[0] : built;
  if (first === undefined || !('output' in first)) throw new Error('the bundler returned no output');
  const scripts = first.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) throw new Error(`${scripts.length} scripts of ${entry}`);
  return script;
}
