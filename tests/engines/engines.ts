// The engines beside the Chromium of `npm test`. Safari itself runs on no machine of ours; the two WebKits are what comes
// nearest: one of today, and one of the age of iOS 16.

import type { Engine } from './engine.ts';
import { FIREFOX } from './firefox.ts';
import { OLD_CHROMIUM } from './old-chromium.ts';
import { MINI_BROWSER, WEBKIT_GTK, WPE } from './webkit.ts';

export const ENGINES: readonly Engine[] = [FIREFOX, WEBKIT_GTK, MINI_BROWSER, WPE, OLD_CHROMIUM];
