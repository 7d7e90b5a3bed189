import { OLD_CHROMIUM } from './old-chromium.ts';
import { tryEngine } from './try-engine.ts';

tryEngine(OLD_CHROMIUM);
