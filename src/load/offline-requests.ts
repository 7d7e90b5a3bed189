// Questions to a worker, each with a time limit: a worker can be killed at any moment and then never answers.

import { messageSW } from 'workbox-window/messageSW.js';
import {
  parseVerifyReport,
  parseVersionDescription,
  type VerifyReport,
  type VersionDescription,
  type WorkerRequest,
} from '../bundle/worker-messages.ts';

const SHALLOW_LIMIT_MS = 15_000;
/** Hashing, or fetching, every file on a slow phone. */
const THOROUGH_LIMIT_MS = 5 * 60_000;

export interface VerifyOptions {
  readonly deep: boolean;
  readonly repair: boolean;
}

/** Undefined when the worker did not answer in time. */
export async function askToVerify(
  worker: ServiceWorker,
  options: VerifyOptions,
): Promise<VerifyReport | undefined> {
  const limit = options.deep || options.repair ? THOROUGH_LIMIT_MS : SHALLOW_LIMIT_MS;
  return parseVerifyReport(await ask(worker, { type: 'VERIFY', ...options }, limit));
}

export async function askToDescribe(worker: ServiceWorker): Promise<VersionDescription | undefined> {
  return parseVersionDescription(await ask(worker, { type: 'DESCRIBE' }, SHALLOW_LIMIT_MS));
}

function ask(worker: ServiceWorker, request: WorkerRequest, limit: number): Promise<unknown> {
  return within(limit, messageSW(worker, request));
}

/** The value, or undefined when it does not come in time or cannot be had. */
export function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    promise.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}
