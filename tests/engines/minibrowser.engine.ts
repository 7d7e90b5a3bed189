import { tryEngine } from './try-engine.ts';
import { MINI_BROWSER } from './webkit.ts';

tryEngine(MINI_BROWSER);
