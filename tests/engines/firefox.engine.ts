import { FIREFOX } from './firefox.ts';
import { tryEngine } from './try-engine.ts';

tryEngine(FIREFOX);
