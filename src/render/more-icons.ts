// Signs that only the second script draws: see icons.tsx.

export const MORE_ICONS = {
  erase: 'M9 5h10.5a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5H9l-6-7zM11.5 9.5l5 5M16.5 9.5l-5 5',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  download: 'M12 4v11M7 10.5l5 5l5-5M5 20h14',
  alert: 'M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.3v.1',
} as const;
