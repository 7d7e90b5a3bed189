// Dates as `YYYY-MM-DD`, compared as text. Time zones and clocks do not come into it: today is given by the caller.

/** Whether `text` is `YYYY-MM-DD` and that day exists. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.toISOString().slice(0, 10) === text;
}

/** `days` may be negative. `date` must be a calendar date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
