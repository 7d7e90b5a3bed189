// What a run has seen of one engine, handed from one process of a run to the next.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/engines');

export type RowResult =
  | { readonly kind: 'survived'; readonly outcome: string }
  /** Worse than may be, by a fault of the engine that no page can help. */
  | { readonly kind: 'known'; readonly outcome: string; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'not-applicable'; readonly reason: string };

export interface EngineResult {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Rows by their titles: those that this run was of. */
  readonly rows: Readonly<Record<string, RowResult>>;
}

export function writeResult(result: EngineResult): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(result.id), JSON.stringify(result));
}

export function forgetResult(id: string): void {
  rmSync(fileOf(id), { force: true });
}

/** Undefined where the run has not come to its end, or the engine is not installed. */
export function readResult(id: string): EngineResult | undefined {
  return existsSync(fileOf(id)) ? (JSON.parse(readFileSync(fileOf(id), 'utf8')) as EngineResult) : undefined;
}

function fileOf(id: string): string {
  return join(FOLDER, `${id}.json`);
}
