// Names on which build, server, worker and page must agree.

/** The only Trusted Types policy of the page; it makes the address of the worker and nothing else. */
export const TRUSTED_TYPES_POLICY = 'app';

/** Names below this folder contain the hash of the content, so a file is never replaced by another. */
export const HASHED_FOLDER = 'assets/';

/** Relative to the root of the site; the folder of the worker is its scope. */
export const WORKER_FILE = 'sw.js';
export const SHELL_FILE = 'index.html';
export const RESET_FILE = 'reset.html';
export const RESET_SCRIPT = 'reset.js';

/**
 * The one cache. `scope` is the absolute address of the folder that holds the worker, with its final slash: other sites
 * on the same origin keep their caches, whatever deletes this one.
 */
export function precacheName(scope: string): string {
  return `pos-reference-precache-v1-${scope}`;
}
