// How a thing is fuzzed: a target makes inputs and judges one. A run is repeatable from its seed, which it prints; what it
// finds is shrunk and kept in corpus/, where it is replayed for good.
//
//   FUZZ_CASES   cases of all targets together (default: a sample; `npm run test:soak`: 100,000)
//   FUZZ_SEED    a number (default: the same for every sample, another for every soak)

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Everything a case needs, as text, so that it can be kept in a file and read by people. */
export type FuzzInput = Readonly<Record<string, string>>;

export interface FuzzTarget {
  readonly name: string;
  /** How many of a hundred cases are for this target. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<FuzzInput>;
  /** Throws where the input does what no input may. */
  check(input: FuzzInput): void | Promise<void>;
}

export interface FuzzReport {
  readonly cases: number;
  /** Of one case, in milliseconds of processor time: other tests run beside this one. */
  readonly longest: number;
  readonly seed: number;
}

const SAMPLE = 2000;
const SAMPLE_SEED = 20_261_122;
const CORPUS = join(import.meta.dirname, 'corpus');
/** No input may take longer, in milliseconds of processor time. */
const LIMIT_MS = 2000;

export const SOAK = (process.env.FUZZ_CASES ?? '') !== '';
const total = numberFrom('FUZZ_CASES') ?? SAMPLE;

export function casesOf({ share }: FuzzTarget): number {
  return Math.max(1, Math.ceil((total * share) / 100));
}

const SEED = numberFrom('FUZZ_SEED') ?? (SOAK ? Date.now() % 2 ** 31 : SAMPLE_SEED);

/** Of this run. */
export function seedOf(): number {
  return SEED;
}

export async function runFuzz(target: FuzzTarget): Promise<FuzzReport> {
  const seed = SEED;
  let cases = 0;
  let longest = 0;
  let failing: FuzzInput | undefined;
  const property = fc.asyncProperty(target.inputs, async (input) => {
    cases++;
    try {
      longest = Math.max(longest, await checkSoon(target, input));
    } catch (error) {
      // Shrinking goes on only from what failed: the last one is the smallest.
      failing = input;
      throw error;
    }
  });
  try {
    await fc.assert(property, { numRuns: casesOf(target), seed });
  } catch (error) {
    if (failing !== undefined) console.error(`${target.name}: kept in ${keep(target.name, failing)}`);
    throw error;
  }
  return { cases, longest, seed };
}

/** The processor time it took, in milliseconds. */
export async function checkSoon(target: FuzzTarget, input: FuzzInput): Promise<number> {
  const start = process.cpuUsage();
  await target.check(input);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  if (took > LIMIT_MS) throw new Error(`took ${Math.round(took)} ms of ${LIMIT_MS}`);
  return took;
}

export interface CorpusCase {
  readonly file: string;
  readonly target: string;
  readonly note: string;
  readonly input: FuzzInput;
}

export function readCorpus(): CorpusCase[] {
  const names = readdirSync(CORPUS)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return names.map((file) => {
    const value: unknown = JSON.parse(readFileSync(join(CORPUS, file), 'utf8'));
    const { target, note, input } = value as Partial<Record<keyof CorpusCase, unknown>>;
    if (typeof target !== 'string' || typeof note !== 'string' || !isInput(input))
      throw new Error(`corpus/${file}: expected target, note and an input of texts`);
    return { file, target, note, input };
  });
}

function isInput(value: unknown): value is FuzzInput {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string')
  );
}

function keep(target: string, input: FuzzInput): string {
  const id = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 8);
  const file = join(CORPUS, `${target}-${id}.json`);
  mkdirSync(CORPUS, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ target, note: 'say what it did', input }, null, 2)}\n`);
  return file;
}

function numberFrom(name: string): number | undefined {
  const text = process.env[name] ?? '';
  if (text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} must be a number, found ${text}`);
  return value;
}
