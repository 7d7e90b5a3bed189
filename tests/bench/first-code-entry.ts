// The part of query-code-entry.ts that the first answer waits for.

import { openEngine } from '../../src/query/search-engine.ts';

Object.assign(globalThis, { openEngine });
