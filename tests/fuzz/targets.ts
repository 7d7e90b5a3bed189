// Everything that is fuzzed without a browser. The shares add up to a hundred.

import { addressTarget } from './address-target.ts';
import { articleBytesTarget } from './article-bytes-target.ts';
import { contentTarget } from './content-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { indexBytesTarget } from './index-bytes-target.ts';
import { manifestTarget } from './manifest-target.ts';
import { queryTarget } from './query-target.ts';

export const TARGETS: readonly FuzzTarget[] = [
  contentTarget,
  articleBytesTarget,
  indexBytesTarget,
  manifestTarget,
  queryTarget,
  addressTarget,
];
