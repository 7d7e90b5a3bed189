// Where the worker comes from: its address, and the way round the browser's own cache.

import { TRUSTED_TYPES_POLICY, WORKER_FILE } from '../bundle/site.ts';

/**
 * Once more with sw.js fetched past the browser's own cache. One that was cut short on its way, under the ETag of the whole,
 * would be refused at every try: the host says each time that nothing has changed.
 */
export async function orAfresh<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch {
    const answer = await fetch(workerUrl(), { cache: 'reload', credentials: 'same-origin' });
    await answer.text();
    return ask();
  }
}

/** The address of the worker, as the one Trusted Types policy of the page makes it where the browser knows of such. */
export function workerAddress(): string {
  return policy?.createScriptURL(workerUrl()) ?? workerUrl();
}

/** Not of a neighbour above our folder, whose scope holds this page as well. */
export function isOwn({ scope }: ServiceWorkerRegistration): boolean {
  return scope === new URL('./', workerUrl()).href;
}

function workerUrl(): string {
  return new URL(WORKER_FILE, document.baseURI).href;
}

interface TypePolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TypePolicies;
  }
}

const policy = window.trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: (url) => url });
