// Workbox as its guide has it: one file after the other, no time limit. What our worker is measured beside.

import type { PrecacheEntry as WorkboxEntry } from 'workbox-precaching/_types.js';
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute.js';

declare const self: { readonly __WB_MANIFEST: WorkboxEntry[] };

precacheAndRoute(self.__WB_MANIFEST);
