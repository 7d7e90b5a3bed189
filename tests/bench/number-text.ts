// Numbers as a table shows them.

/** Three significant digits, whole above 100; – for what was not measured. JSON turns NaN into null, so both arrive here. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(value < 10 ? 2 : 3)).toString();
}

/** In kB of 1,000 bytes. */
export function kilobytes(bytes: number | null | undefined): string {
  return bytes === null || bytes === undefined ? '–' : figure(bytes / 1000);
}

/** 0 … 1 with three decimals. */
export function share(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return value.toFixed(3).replace(/^0/, '');
}

/** How many times as much as ours: above 1 is worse than ours, below 1 is better. */
export function ratio(value: number | undefined, ours: number | undefined): string {
  if (value === undefined || ours === undefined || !(ours > 0) || !Number.isFinite(value)) return '';
  return ` (${figure(value / ours)}×)`;
}
