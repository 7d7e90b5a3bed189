// The app, the worker and the reset page, by Vite. One style, and scripts that index.html names and loads at the start: an
// open page must never need a file that an update has just removed.

import { basename, join, parse, resolve } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { toClassicScript } from './classic-script.ts';
import { hashedFile, type OutputFile } from './output-file.ts';

/**
 * One step below the oldest engines to be served (Chromium 99, Safari of iOS 15). Private fields run since Chrome 84 and
 * Safari 15; the compiler's table says 98 and 16, for bugs that this code does not touch, and below turns each into a
 * WeakMap, in size and in time.
 */
const SCRIPT_TARGET = ['chrome98', 'safari16', 'firefox91'];
const STYLE_TARGET = ['chrome87', 'safari14', 'firefox91'];

export interface BundledPage {
  /** Classic scripts, in the order of the sources and to be run in it: the later ones use what the first contains. */
  readonly scripts: readonly OutputFile[];
  /** Empty where the page imports no style. */
  readonly style: string;
  /** Fonts and images that the style refers to, in the folder of the style. */
  readonly assets: readonly OutputFile[];
}

export interface ScriptOptions {
  readonly minify: boolean;
}

/**
 * `sources` are absolute paths of modules. Each becomes one script; what the first contains, the others have from it, so
 * that nothing is there twice.
 */
export async function bundlePage(sources: readonly string[], options: ScriptOptions): Promise<BundledPage> {
  const output = await run({
    ...commonConfig(options),
    build: {
      ...commonBuild(options),
      rolldownOptions: {
        input: sources.map((source) => resolve(source)),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  return { scripts: hashedScripts(output, sources), ...styleAndAssets(output) };
}

function hashedScripts(output: Output, sources: readonly string[]): OutputFile[] {
  const chunks = output.filter((file) => file.type === 'chunk');
  const entries = sources.map((source) => chunks.find((chunk) => chunk.facadeModuleId === resolve(source)));
  const [first] = entries;
  if (first === undefined || chunks.length !== sources.length) {
    throw new Error(`expected ${sources.length} scripts, found ${chunks.map((chunk) => chunk.fileName)}`);
  }
  return entries.map((entry) => {
    const foreign = entry?.imports.filter((name) => name !== first.fileName) ?? [];
    if (entry === undefined || foreign.length > 0) throw new Error(`a script imports ${foreign}`);
    const name = entry === first ? 'app' : entry.name;
    return hashedFile(name, 'js', new TextEncoder().encode(toClassicScript(entry.code)));
  });
}

/** A classic script without exports: what a worker and a page without modules can run. */
export async function bundleScript(source: string, options: ScriptOptions): Promise<string> {
  const chunks = await run({
    ...commonConfig(options),
    build: {
      ...commonBuild(options),
      rolldownOptions: { input: resolve(source), output: { format: 'iife' } },
    },
  });
  return onlyScript(chunks);
}

function commonConfig({ minify }: ScriptOptions): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    publicDir: false,
    base: './',
    root: join(import.meta.dirname, '../..'),
    logLevel: 'warn',
    mode: minify ? 'production' : 'development',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  };
}

function commonBuild({ minify }: ScriptOptions): InlineConfig['build'] {
  return {
    write: false,
    target: SCRIPT_TARGET,
    cssTarget: STYLE_TARGET,
    cssCodeSplit: false,
    modulePreload: false,
    minify,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  };
}

type Output = Rolldown.RolldownOutput['output'];

async function run(config: InlineConfig): Promise<Output> {
  const result = await build(config);
  const first = Array.isArray(result) ? result[0] : result;
  if (first === undefined || !('output' in first)) throw new Error('the bundler returned no output');
  return first.output;
}

function onlyScript(output: Output): string {
  const scripts = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1)
    throw new Error(`expected one script, found ${scripts.length}`);
  return script;
}

/** Other assets get names with our hash, because the bundler's is shorter than a hash that must never collide. */
function styleAndAssets(output: Output): { style: string; assets: OutputFile[] } {
  let style = '';
  const assets: [former: string, file: OutputFile][] = [];
  for (const file of output) {
    if (file.type !== 'asset') continue;
    if (file.fileName.endsWith('.css')) {
      style += decode(file.source);
      continue;
    }
    const bytes = typeof file.source === 'string' ? new TextEncoder().encode(file.source) : file.source;
    const { name, ext } = parse(file.names[0] ?? file.fileName);
    assets.push([basename(file.fileName), hashedFile(name, ext.slice(1), new Uint8Array(bytes))]);
  }
  for (const [former, file] of assets) style = style.replaceAll(former, basename(file.path));
  return { style, assets: assets.map(([, file]) => file) };
}

function decode(bytes: string | Uint8Array): string {
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}
