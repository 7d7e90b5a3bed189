// Signs, drawn with the colour of their text. Each verdict has a shape of its own that can be told in grey.

import type { Money, Retry } from '../bundle/article.ts';

const PATHS = {
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
  erase: 'M9 5h10.5a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5H9l-6-7zM11.5 9.5l5 5M16.5 9.5l-5 5',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  download: 'M12 4v11M7 10.5l5 5l5-5M5 20h14',
  alert: 'M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.3v.1',
  phone:
    'M6 3.5h3.5l1.5 4.5l-2.2 1.6a11 11 0 0 0 5.6 5.6L16 13l4.5 1.5V18a2.5 2.5 0 0 1-2.7 2.5A16.5 16.5 0 0 1 3.5 6.2A2.5 2.5 0 0 1 6 3.5z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export const MONEY_ICONS: Record<Money, IconName> = {
  charged: 'yuan',
  'not-charged': 'check',
  uncertain: 'question',
  'not-applicable': 'dash',
};

export const RETRY_ICONS: Record<Retry, IconName> = { yes: 'again', 'check-first': 'search', no: 'stop' };
