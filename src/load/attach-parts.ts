// The tolerant search, the bodies of the index and the reading of articles, for whoever loads them after the first answer. Apart from library.ts, so that
// the first script does not carry them.

import { openArticleFile } from '../bundle/article-codec.ts';
import { addBody } from '../query/body-tier.ts';
import { tolerance } from '../query/tolerant-search.ts';
import type { Library } from './library.ts';

export function attachParts(library: Library): void {
  library.attach({ addBody, tolerance, openArticleFile });
}
