// Characters that are not seen and can deceive: a reviewer reads one thing and a merchant another. They can come as
// themselves, through an escape in YAML or through an entity in Markdown, and are stopped on each way.

/** Control characters except tab and line ends, and marks that reorder text (CVE-2021-42574). */
export const UNSEEN = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Text without those and without halves of surrogate pairs. */
export const SEEN_TEXT = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069])*$/u;
