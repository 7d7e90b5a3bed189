// Text as it is kept: one line, no character that cannot be seen. So a report is lines of `键:值` without any escaping, and
// nothing typed or imported can turn the direction of what stands around it.

/** One line of at most `limit` UTF-16 units, never half of a surrogate pair. Cleaning twice changes nothing. */
export function cleanText(text: string, limit: number): string {
  const clean = text
    .slice(0, 4 * limit + 100)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clean.length <= limit
    ? clean
    : clean
        .slice(0, limit)
        .replace(/\p{Cs}$/u, '')
        .trim();
}
