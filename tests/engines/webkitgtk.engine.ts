import { tryEngine } from './try-engine.ts';
import { WEBKIT_GTK } from './webkit.ts';

tryEngine(WEBKIT_GTK);
