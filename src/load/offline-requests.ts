// Questions to a worker, each with a time limit: a worker can be killed at any moment and then never answers.

import { messageSW } from 'workbox-window/messageSW.js';
import {
  parseVerifyProgress,
  parseVerifyReport,
  parseVersionDescription,
  type VerifyProgress,
  type VerifyReport,
  type VersionDescription,
  type WorkerRequest,
} from '../bundle/worker-messages.ts';

const SHALLOW_LIMIT_MS = 15_000;
/** It reads nothing. */
const DESCRIBE_LIMIT_MS = 5000;
/** Fetching every file anew on a slow phone, without a word in between. */
const REPAIR_LIMIT_MS = 5 * 60_000;
/** Reading and hashing one file on a slow phone that is busy with other things. */
const SILENCE_LIMIT_MS = 30_000;
/** Fetching one: longer than the worker itself allows for the largest. */
const FETCH_SILENCE_LIMIT_MS = 170_000;

export interface VerifyOptions {
  readonly deep: boolean;
  readonly repair: boolean;
}

/** Undefined when the worker did not answer in time; a deep check may last as long as it goes on telling its progress. */
export async function askToVerify(
  worker: ServiceWorker,
  options: VerifyOptions,
  onProgress: (progress: VerifyProgress) => void = () => undefined,
): Promise<VerifyReport | undefined> {
  const request: WorkerRequest = { type: 'VERIFY', ...options };
  if (options.deep) return askAndFollow(worker, request, onProgress);
  return parseVerifyReport(await ask(worker, request, options.repair ? REPAIR_LIMIT_MS : SHALLOW_LIMIT_MS));
}

/** The time limit begins anew with each word of the worker. */
function askAndFollow(
  worker: ServiceWorker,
  request: WorkerRequest,
  onProgress: (progress: VerifyProgress) => void,
): Promise<VerifyReport | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (report: VerifyReport | undefined) => {
      clearTimeout(timer);
      port1.close();
      resolve(report);
    };
    const wait = (milliseconds: number) => setTimeout(() => end(undefined), milliseconds);
    let timer = wait(SILENCE_LIMIT_MS);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const progress = parseVerifyProgress(data);
      if (progress === undefined) return end(parseVerifyReport(data));
      clearTimeout(timer);
      timer = wait(progress.done < progress.total ? SILENCE_LIMIT_MS : FETCH_SILENCE_LIMIT_MS);
      onProgress(progress);
    };
    worker.postMessage(request, [port2]);
  });
}

export async function askToDescribe(worker: ServiceWorker): Promise<VersionDescription | undefined> {
  return parseVersionDescription(await ask(worker, { type: 'DESCRIBE' }, DESCRIBE_LIMIT_MS));
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
