// Characters that are not seen and can deceive: a reviewer reads one thing and a merchant another. They can come as
// themselves, through an escape in YAML or through an entity in Markdown, and are stopped on each way.

/** Control characters except tab and line ends, and marks that reorder text (CVE-2021-42574). */
export const UNSEEN = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** With a space for each of those and U+FFFD for half a surrogate pair. The length stays the same. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\p{Cs}/gu, '\ufffd');
}
