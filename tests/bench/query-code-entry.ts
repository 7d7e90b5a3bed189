// What query-code.ts bundles: something must use the engine, or the bundler would drop it.

import { addBody } from '../../src/query/body-tier.ts';
import { phraseCheck } from '../../src/query/phrase-check.ts';
import { openEngine } from '../../src/query/search-engine.ts';
import { tolerance } from '../../src/query/tolerant-search.ts';

Object.assign(globalThis, { openEngine, addBody, tolerance, phraseCheck });
