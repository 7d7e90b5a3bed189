import { tryEngine } from './try-engine.ts';
import { WPE } from './webkit.ts';

tryEngine(WPE);
