// What query-code.ts bundles: something must use the engine, or the bundler would drop it.

import { openEngine } from '../../src/query/search-engine.ts';

Object.assign(globalThis, { openEngine });
