// Signs, drawn with the colour of their text. Each verdict has a shape of its own that can be told in grey. Those that only
// the second script draws are in more-icons.ts.

import type { Money, Retry } from '../bundle/article.ts';

export const ICONS = {
  question:
    'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19M9.2 9.3a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.1M12 17.2v.1',
  check: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19M7.5 12.3l3 3l6-6.5',
  yuan: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19M8.3 7l3.7 5l3.7-5M12 12v5.5M8.8 12.6h6.4M8.8 15.2h6.4',
  dash: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19M8 12h8',
  again: 'M19.8 12a7.8 7.8 0 1 1-2.6-5.8M19.8 3.2v4.6h-4.6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5l5 5',
  stop: 'M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2zM8 12h8',
  back: 'M14.5 5l-7 7l7 7',
  next: 'M9.5 5l7 7l-7 7',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

/** `path`: in a square of 24 units. */
export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const MONEY_ICONS: Record<Money, string> = {
  charged: ICONS.yuan,
  'not-charged': ICONS.check,
  uncertain: ICONS.question,
  'not-applicable': ICONS.dash,
};

export const RETRY_ICONS: Record<Retry, string> = {
  yes: ICONS.again,
  'check-first': ICONS.search,
  no: ICONS.stop,
};
