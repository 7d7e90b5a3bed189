// The files *.engine.ts, which are no tests of `npm test`: they need browsers that do not come with `npm ci`.

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/engines/*.engine.ts'],
    environment: 'node',
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
